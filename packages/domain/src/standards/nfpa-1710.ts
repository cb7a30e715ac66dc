/** NFPA 1710: career departments; times from nfpa.org columns, the rest as in the default. */
import { Standard } from "../standard.ts";
import { qcvn } from "./qcvn.ts";

const assumption = <T>(value: T, clause: string) => ({
  value,
  basis: "planning-assumption" as const,
  clause,
});

export const nfpa1710: Standard = Standard.parse({
  ...qcvn,
  id: "nfpa-1710",
  name: { vi: "NFPA 1710 (tham khảo)", en: "NFPA 1710 (for reference)" },
  alarmHandlingSeconds: assumption(64, "NFPA 1710: alarm processing 64 s"),
  turnoutSeconds: assumption(80, "NFPA 1710: turnout 80 s"),
  firstEngineSeconds: assumption(64 + 80 + 240, "NFPA 1710: first engine, travel 240 s"),
  force: assumption(
    [
      { hazardClass: "low", engineCount: 1, withinSeconds: 64 + 80 + 240 },
      { hazardClass: "ordinary", engineCount: 3, withinSeconds: 64 + 80 + 480 },
      { hazardClass: "high", engineCount: 4, withinSeconds: 64 + 80 + 480 },
    ],
    "NFPA 1710: full alarm, travel 480 s; numbers of engines are a planning assumption",
  ),
});
