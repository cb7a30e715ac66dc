/** Sentences about OSM objects that are read but not kept, or kept with something unknown. */
import type { IssueList } from "../issues.ts";
import { text } from "../issues.ts";
import type { OsmElement } from "./elements.ts";
import type { ShapeFault } from "./shapes.ts";

export const recordIdOf = (element: OsmElement): string => `osm-${element.type}-${element.id}`;

export function refuseShape(element: OsmElement, fault: ShapeFault, issues: IssueList): void {
  const recordId = recordIdOf(element);
  const [vi, en] = {
    "missing-node": ["tệp thiếu một phần của nó", "part of it is not in this file"],
    "not-closed": ["đường bao không khép kín", "its outline does not close"],
    "no-length": ["mọi điểm của nó trùng nhau", "all its points stand at one place"],
    "no-ways": ["không có đường bao", "it has no outline"],
  }[fault] as [string, string];
  issues.add({
    code: fault === "missing-node" ? "missing-node" : "invalid-geometry",
    severity: "error",
    recordId,
    reason: text(`${recordId}: ${vi}; bỏ qua.`, `${recordId}: ${en}; left out.`),
  });
}

/** The tag's value means something that this layer does not hold. */
export function refuseValue(
  element: OsmElement,
  key: string,
  layer: { vi: string; en: string },
  issues: IssueList,
): void {
  const recordId = recordIdOf(element);
  const value = element.tags?.[key] ?? null;
  issues.add({
    code: "other",
    severity: "error",
    recordId,
    field: key,
    value,
    reason: text(
      `${recordId}: ${key}=${value} không phải là ${layer.vi}; bỏ qua.`,
      `${recordId}: ${key}=${value} is no ${layer.en}; left out.`,
    ),
  });
}

export function warnUnreadable(element: OsmElement, key: string, value: string, issues: IssueList): void {
  const recordId = recordIdOf(element);
  issues.add({
    code: "unreadable-tag",
    severity: "warning",
    recordId,
    field: key,
    value,
    reason: text(
      `${recordId}: không đọc được ${key}=${value}; coi như chưa biết.`,
      `${recordId}: ${key}=${value} cannot be read; taken as unknown.`,
    ),
  });
}
