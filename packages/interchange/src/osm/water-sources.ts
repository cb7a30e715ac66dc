/** Hydrants, tanks, ponds and suction points that mappers tagged for firefighting. */
import type { WaterSource, WaterSourceKind, WorkingState } from "@firecover/domain";
import type { IssueList } from "../issues.ts";
import type { OsmElement, Tags } from "./elements.ts";
import type { RecordOrigin } from "./origin.ts";
import { recordIdOf, refuseShape, warnUnreadable } from "./osm-issues.ts";
import type { Shapes } from "./shapes.ts";
import { parseDiameterMm, parseFlowLps, parsePressureBar, parseVolumeM3 } from "./water-values.ts";

const emergencyKinds: Readonly<Record<string, WaterSourceKind>> = {
  fire_hydrant: "hydrant",
  suction_point: "drafting-point",
  water_tank: "tank",
  fire_water_pond: "pond",
};
const hydrantKinds: Readonly<Record<string, WaterSourceKind>> = {
  underground: "hydrant-underground",
  wall: "standpipe",
  pipe: "standpipe",
  pond: "pond",
};
const openWater: ReadonlySet<string> = new Set([
  "pond",
  "lake",
  "river",
  "stream",
  "canal",
  "well",
  "reservoir",
]);

export const isTaggedWaterSource = (tags: Tags): boolean =>
  tags["emergency"] !== undefined && Object.hasOwn(emergencyKinds, tags["emergency"]);

export function readWaterSource(
  element: OsmElement,
  shapes: Shapes,
  origin: RecordOrigin,
  issues: IssueList,
): WaterSource | null {
  const tags = element.tags ?? {};
  const location = shapes.place(element);
  if (!location) {
    refuseShape(element, "missing-node", issues);
    return null;
  }
  const measure = (
    keys: readonly string[],
    parse: (text: string) => number | null | "words",
  ): number | null => {
    for (const key of keys) {
      const text = tags[key];
      if (text === undefined) continue;
      const value = parse(text);
      if (typeof value === "number") return value;
      if (value === null) warnUnreadable(element, key, text, issues);
    }
    return null;
  };
  return {
    id: recordIdOf(element) as WaterSource["id"],
    name: tags["name"] ?? tags["ref"] ?? tags["fire_hydrant:reference"] ?? null,
    kind: kindOf(tags),
    state: stateOf(tags),
    location,
    communeCode: null,
    flowLps: measure(["fire_hydrant:flow_capacity", "fire_hydrant:flow_rate", "flow_rate"], parseFlowLps),
    volumeM3: measure(["water_tank:volume", "water_volume", "volume", "fire_hydrant:count"], parseVolumeM3),
    pipeDiameterMm: measure(["fire_hydrant:diameter", "diameter"], parseDiameterMm),
    pressureBar: measure(["fire_hydrant:pressure", "pressure"], parsePressureBar),
    liftMetres: null,
    lastCheckDate: dateOf(tags["check_date"] ?? tags["survey:date"]),
    ...origin,
  };
}

function kindOf(tags: Tags): WaterSourceKind {
  const emergency = tags["emergency"] ?? "";
  if (emergency !== "fire_hydrant") return emergencyKinds[emergency] ?? "hydrant";
  const type = tags["fire_hydrant:type"] ?? "";
  const kind = hydrantKinds[type];
  if (kind === "pond") return kind;
  // A pipe into open water without pressure: the engine drafts there.
  const feeds = tags["water_source"] ?? tags["fire_hydrant:water_source"] ?? "";
  if (tags["fire_hydrant:pressure"] === "suction" && openWater.has(feeds)) return "drafting-point";
  return kind ?? "hydrant";
}

/** Standing on the map is no proof of working: unknown unless someone says. */
function stateOf(tags: Tags): WorkingState {
  const status = tags["operational_status"] ?? tags["fire_hydrant:operational_status"];
  if (tags["disused"] === "yes" || tags["abandoned"] === "yes") return "broken";
  if (status !== undefined) {
    if (/^(operational|in_service|working|ok|functional|yes)$/i.test(status)) return "working";
    if (/^(broken|closed|out_of_order|out_of_service|non_operational|non-functional|no)$/i.test(status))
      return "broken";
  }
  return tags["seasonal"] === "yes" || tags["intermittent"] === "yes" ? "seasonal" : "unknown";
}

function dateOf(text: string | undefined): string | null {
  return text !== undefined && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? text : null;
}
