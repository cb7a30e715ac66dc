/** QCVN 01:2021/BXD and QCVN 06:2022/BXD with Amendment 1:2023: the default. Minutes are no Vietnamese law. */
import { Standard } from "../standard.ts";
import { addedRules } from "./added-rules.ts";

const law = <T>(value: T, clause: string) => ({ value, basis: "law" as const, clause });
const assumption = <T>(value: T, clause: string | null = null) => ({
  value,
  basis: "planning-assumption" as const,
  clause,
});

export const qcvn: Standard = Standard.parse({
  id: "qcvn",
  name: { vi: "QCVN 01 và QCVN 06 (mặc định)", en: "QCVN 01 and QCVN 06 (default)" },
  isPreset: true,
  alarmHandlingSeconds: assumption(60),
  turnoutSeconds: assumption(60),
  firstEngineSeconds: assumption(600),
  radius: law(
    { urbanCentreMetres: 3000, elsewhereMetres: 5000, distanceMode: "straight-line" },
    "QCVN 01:2021/BXD §2.6.13",
  ),
  hoseReachMetres: assumption(200, "QCVN 06:2022/BXD §5.1.4.7"),
  hoseHaulMetresPerSecond: assumption(1),
  deadEndMetres: law(46, "QCVN 06:2022/BXD §6.2.5"),
  waterRadiusEngineMetres: law(200, "QCVN 06:2022/BXD §5.1.5.9"),
  waterRadiusPortablePumpMetres: law(150, "QCVN 06:2022/BXD §5.1.5.9"),
  waterDurationHours: law(3, "QCVN 06:2022/BXD §5.1.3.3"),
  draftingLiftMetres: law(4, "QCVN 01:2021/BXD §2.10.5"),
  ...addedRules,
  force: assumption([
    { hazardClass: "low", engineCount: 1, withinSeconds: 900 },
    { hazardClass: "ordinary", engineCount: 2, withinSeconds: 900 },
    { hazardClass: "high", engineCount: 3, withinSeconds: 1200 },
  ]),
  cellHazardClass: assumption("ordinary"),
  roadClassesAssumedWide: assumption([
    "motorway",
    "motorway_link",
    "trunk",
    "trunk_link",
    "primary",
    "primary_link",
    "secondary",
    "secondary_link",
    "tertiary",
    "tertiary_link",
    "unclassified",
  ]),
  highDensityPeoplePerKm2: assumption(10_000),
  targetShare: assumption(0.9),
});
