/** Water and green for the map under the roads; water is also where drafting candidates come from. */
import type { LandCover, LandCoverKind } from "@firecover/domain";
import { repairPolygons } from "../geometry/repair.ts";
import type { MultiPolygon } from "../geometry/rings.ts";
import type { IssueList } from "../issues.ts";
import { text } from "../issues.ts";
import type { OsmElement, Tags } from "./elements.ts";
import type { RecordOrigin } from "./origin.ts";
import { recordIdOf, refuseShape, refuseValue } from "./osm-issues.ts";
import type { Shapes } from "./shapes.ts";

const waterLines: ReadonlySet<string> = new Set([
  "river",
  "stream",
  "canal",
  "drain",
  "ditch",
  "tidal_channel",
]);
const waterSurfaces: ReadonlySet<string> = new Set(["riverbank", "dock", "boatyard"]);

/** Water of any sort: `natural=water`, every `waterway`, reservoirs and basins. */
export const isWater = (tags: Tags): boolean =>
  tags["natural"] === "water" ||
  tags["waterway"] !== undefined ||
  tags["water"] !== undefined ||
  tags["landuse"] === "reservoir" ||
  tags["landuse"] === "basin";

function greenKindOf(tags: Tags): LandCoverKind | null {
  if (tags["landuse"] === "forest" || tags["natural"] === "wood") return "forest";
  const isPark =
    tags["leisure"] === "park" ||
    tags["leisure"] === "garden" ||
    tags["landuse"] === "recreation_ground" ||
    tags["landuse"] === "village_green";
  return isPark ? "park" : null;
}

export const isLandCover = (tags: Tags): boolean => isWater(tags) || greenKindOf(tags) !== null;

export function readLandCover(
  element: OsmElement,
  shapes: Shapes,
  origin: RecordOrigin,
  issues: IssueList,
): LandCover | null {
  const tags = element.tags ?? {};
  const record = { id: recordIdOf(element), name: tags["name"] ?? null, ...origin };
  const waterway = tags["waterway"];
  const isSurface =
    tags["natural"] === "water" ||
    tags["water"] !== undefined ||
    tags["landuse"] === "reservoir" ||
    tags["landuse"] === "basin" ||
    (waterway !== undefined && waterSurfaces.has(waterway));

  if (waterway !== undefined && !isSurface && !greenKindOf(tags)) {
    if (element.type !== "way" || !waterLines.has(waterway)) {
      // A `type=waterway` relation gathers ways that stand in the file on their own.
      refuseValue(element, "waterway", text("đường nước riêng", "stretch of water of its own"), issues);
      return null;
    }
    const line = shapes.line(element);
    if (typeof line !== "string") {
      return { ...record, kind: "waterway", geometry: { type: "LineString", coordinates: line } };
    }
    refuseShape(element, line, issues);
    return null;
  }
  if (element.type === "node") {
    refuseShape(element, "no-ways", issues);
    return null;
  }
  const surface = validSurface(element, shapes, issues);
  if (!surface) return null;
  const kind = isSurface ? "water" : (greenKindOf(tags) ?? "water");
  return { ...record, kind, geometry: { type: "MultiPolygon", coordinates: surface } };
}

function validSurface(
  element: Exclude<OsmElement, { type: "node" }>,
  shapes: Shapes,
  issues: IssueList,
): MultiPolygon | null {
  const drawn = shapes.surface(element);
  if (typeof drawn === "string") {
    refuseShape(element, drawn, issues);
    return null;
  }
  const repaired = repairPolygons(drawn);
  if (!repaired) {
    refuseShape(element, "not-closed", issues);
    return null;
  }
  if (repaired.fault !== null) {
    const recordId = recordIdOf(element);
    issues.add({
      code: "repaired-geometry",
      severity: "warning",
      recordId,
      value: repaired.fault,
      reason: text(
        `${recordId}: đường bao tự cắt nhau; đã sửa.`,
        `${recordId}: its outline crosses or overlaps itself; repaired.`,
      ),
    });
  }
  return repaired.polygons;
}
