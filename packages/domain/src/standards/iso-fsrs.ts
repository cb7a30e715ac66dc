/** ISO Fire Suppression Rating Schedule: an engine within 1.5 road miles of built-up area. */
import { Standard } from "../standard.ts";
import { qcvn } from "./qcvn.ts";

const assumption = <T>(value: T, clause: string) => ({
  value,
  basis: "planning-assumption" as const,
  clause,
});

export const isoFsrs: Standard = Standard.parse({
  ...qcvn,
  id: "iso-fsrs",
  name: { vi: "ISO FSRS (tham khảo)", en: "ISO FSRS (for reference)" },
  firstEngineSeconds: assumption(
    60 + 60 + 192,
    "ISO FSRS item 560: 1.5 road miles, 3.2 minutes by RAND's formula",
  ),
  radius: assumption(
    { urbanCentreMetres: 2414, elsewhereMetres: 2414, distanceMode: "road" },
    "ISO FSRS item 560: 1.5 road miles",
  ),
});
