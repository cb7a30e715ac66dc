/** China 建标 152-2017 and GB 51080-2015: the edge of the area within five minutes of the order to go. */
import { Standard } from "../standard.ts";
import { qcvn } from "./qcvn.ts";

const assumption = <T>(value: T, clause: string) => ({
  value,
  basis: "planning-assumption" as const,
  clause,
});

export const china152: Standard = Standard.parse({
  ...qcvn,
  id: "china-152-2017",
  name: { vi: "Trung Quốc 152-2017 (tham khảo)", en: "China 152-2017 (for reference)" },
  firstEngineSeconds: assumption(
    60 + 300,
    "建标 152-2017 Art. 13: five minutes from the order, after 60 s of alarm handling",
  ),
});
