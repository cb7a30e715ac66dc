/** Buildings as weights for the spread of people: footprint, levels, lived in or not. */
import type { Building } from "@firecover/domain";
import { multiPolygonAreaM2, ringCentroid } from "../geometry/rings.ts";
import type { IssueList } from "../issues.ts";
import { text } from "../issues.ts";
import type { OsmElement, Tags } from "./elements.ts";
import type { RecordOrigin } from "./origin.ts";
import { recordIdOf, refuseShape, refuseValue, warnUnreadable } from "./osm-issues.ts";
import type { Shapes } from "./shapes.ts";

const residential: ReadonlySet<string> = new Set([
  "apartments",
  "bungalow",
  "cabin",
  "detached",
  "dormitory",
  "farm",
  "ghost_house",
  "house",
  "houseboat",
  "hut",
  "residential",
  "semidetached_house",
  "static_caravan",
  "stilt_house",
  "terrace",
  "trullo",
]);
const notABuilding: ReadonlySet<string> = new Set(["no", "entrance", "proposed", "demolished", "razed"]);

export const isBuilding = (tags: Tags): boolean => tags["building"] !== undefined;

export function readBuilding(
  element: OsmElement,
  shapes: Shapes,
  /** Outer ways of building relations: their footprint is counted with the relation. */
  outerWayIds: ReadonlySet<number>,
  origin: RecordOrigin,
  issues: IssueList,
): Building | null {
  const tags = element.tags ?? {};
  const kind = tags["building"] ?? "";
  if (notABuilding.has(kind) || element.type === "node") {
    refuseValue(element, "building", text("nhà có diện tích", "building with a footprint"), issues);
    return null;
  }
  if (element.type === "way" && outerWayIds.has(element.id)) {
    const recordId = recordIdOf(element);
    issues.add({
      code: "duplicate-id",
      severity: "error",
      recordId,
      field: "building",
      value: kind,
      reason: text(
        `${recordId} là đường bao của một nhà đã vẽ bằng relation; không tính hai lần.`,
        `${recordId} outlines a building that a relation already describes; not counted twice.`,
      ),
    });
    return null;
  }
  const surface = shapes.surface(element);
  if (typeof surface === "string") {
    refuseShape(element, surface, issues);
    return null;
  }
  return {
    // Ways and relations number independently; the sign keeps them apart.
    id: element.type === "way" ? element.id : -element.id,
    location: ringCentroid(surface[0]![0]!),
    footprintM2: Math.round(multiPolygonAreaM2(surface) * 100) / 100,
    levels: levelsOf(element, tags, issues),
    isResidential: kind === "yes" ? null : residential.has(kind),
    ...origin,
  };
}

function levelsOf(element: OsmElement, tags: Tags, issues: IssueList): number | null {
  const written = tags["building:levels"];
  if (written === undefined) return null;
  const levels = Number(written.replace(",", "."));
  if (levels > 0 && levels <= 200) return levels;
  warnUnreadable(element, "building:levels", written, issues);
  return null;
}
