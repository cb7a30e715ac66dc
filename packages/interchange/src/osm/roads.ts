/** Roads from ways: rules from the tags, the course from the nodes; a way that is no road says why. */
import type { Road } from "@firecover/domain";
import { isDrawn } from "../geometry/rings.ts";
import { type IssueList, text } from "../issues.ts";
import type { OsmWay } from "./elements.ts";
import type { NodeStore } from "./node-store.ts";
import type { RecordOrigin } from "./origin.ts";
import { readRoadTags, roadClassOf } from "./road-tags.ts";

/** Null, with an issue, where the way is no road or cannot be drawn. */
export function readRoad(
  way: OsmWay,
  nodes: NodeStore,
  origin: RecordOrigin,
  issues: IssueList,
): Road | null {
  const tags = way.tags ?? {};
  const recordId = `osm-way-${way.id}`;
  const roadClass = roadClassOf(tags);
  if (roadClass === null) {
    const field = tags["area"] === "yes" ? "area" : "highway";
    issues.add({
      code: "other",
      severity: "error",
      recordId,
      field,
      value: tags[field] ?? null,
      reason: text(
        `Đường OSM ${way.id}: ${field}=${tags[field]} không phải là đường đi được; bỏ qua.`,
        `OSM way ${way.id}: ${field}=${tags[field]} is no road; left out.`,
      ),
    });
    return null;
  }

  const course = longestKnownCourse(way.refs, nodes);
  if (course.nodeIds.length < 2) {
    issues.add({
      code: "missing-node",
      severity: "error",
      recordId,
      reason: text(
        `Đường OSM ${way.id} có dưới hai điểm nằm trong tệp; bỏ qua.`,
        `OSM way ${way.id} has fewer than two points in this file; left out.`,
      ),
    });
    return null;
  }
  if (!isDrawn(course.coordinates)) {
    issues.add({
      code: "invalid-geometry",
      severity: "error",
      recordId,
      reason: text(
        `Đường OSM ${way.id} có mọi điểm trùng nhau; bỏ qua.`,
        `All points of OSM way ${way.id} stand at one place; left out.`,
      ),
    });
    return null;
  }
  if (course.missingCount > 0) {
    issues.add({
      code: "missing-node",
      severity: "warning",
      recordId,
      value: String(course.missingCount),
      reason: text(
        `Đường OSM ${way.id}: tệp thiếu ${course.missingCount} điểm; chỉ giữ đoạn dài nhất còn đủ điểm.`,
        `OSM way ${way.id}: ${course.missingCount} of its points are not in this file; the longest known stretch is kept.`,
      ),
    });
  }

  const road = readRoadTags(roadClass, tags, (key, value) => {
    issues.add({
      code: "unreadable-tag",
      severity: "warning",
      recordId,
      field: key,
      value,
      reason: text(
        `Đường OSM ${way.id}: không đọc được ${key}=${value}; coi như chưa biết.`,
        `OSM way ${way.id}: ${key}=${value} cannot be read; taken as unknown.`,
      ),
    });
  });
  return {
    id: way.id as Road["id"],
    ...road,
    nodeIds: course.nodeIds,
    geometry: { type: "LineString", coordinates: course.coordinates },
    ...origin,
  };
}

interface Course {
  nodeIds: number[];
  coordinates: [number, number][];
  missingCount: number;
}

/** Never joins across a missing node: that would draw a straight road where none is. */
function longestKnownCourse(refs: readonly number[], nodes: NodeStore): Course {
  let best: Course = { nodeIds: [], coordinates: [], missingCount: 0 };
  let current = best;
  let missingCount = 0;
  for (const ref of refs) {
    const node = nodes.indexOf(ref);
    if (node < 0) {
      missingCount++;
      current = { nodeIds: [], coordinates: [], missingCount: 0 };
      continue;
    }
    // A node written twice in a row is one place.
    if (current.nodeIds.at(-1) === ref) continue;
    current.nodeIds.push(ref);
    current.coordinates.push([nodes.lon(node), nodes.lat(node)]);
    if (current.nodeIds.length > best.nodeIds.length) best = current;
  }
  return { ...best, missingCount };
}
