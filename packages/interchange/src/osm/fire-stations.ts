/** Fire stations as OSM maps them: a node, an outline or a relation; vehicles and crew are not in OSM. */
import type { FireStation } from "@firecover/domain";
import type { IssueList } from "../issues.ts";
import type { OsmElement, Tags } from "./elements.ts";
import type { RecordOrigin } from "./origin.ts";
import { recordIdOf, refuseShape } from "./osm-issues.ts";
import type { Shapes } from "./shapes.ts";

export const isFireStation = (tags: Tags): boolean => tags["amenity"] === "fire_station";

export function readFireStation(
  element: OsmElement,
  shapes: Shapes,
  origin: RecordOrigin,
  issues: IssueList,
): FireStation | null {
  const tags = element.tags ?? {};
  const location = shapes.place(element);
  if (!location) {
    refuseShape(element, "missing-node", issues);
    return null;
  }
  return {
    id: recordIdOf(element) as FireStation["id"],
    name: tags["name"] ?? tags["official_name"] ?? tags["operator"] ?? `Đội chữa cháy (OSM ${element.id})`,
    kind: "area-team",
    location,
    address: addressOf(tags),
    communeCode: null,
    turnoutSeconds: null,
    crewOnDuty: null,
    vehicles: [],
    ...origin,
  };
}

function addressOf(tags: Tags): string | null {
  if (tags["addr:full"]) return tags["addr:full"];
  const street = [tags["addr:housenumber"], tags["addr:street"]].filter(Boolean).join(" ");
  const parts = [street, tags["addr:subdistrict"], tags["addr:district"], tags["addr:city"]].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : null;
}
