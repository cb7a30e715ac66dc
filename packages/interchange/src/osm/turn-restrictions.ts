/** Turn restrictions from relations: whose they are, via what, and what makes one unusable. */
import type { TurnRestriction } from "@firecover/domain";
import { type IssueList, text } from "../issues.ts";
import type { OsmMember, OsmRelation, Tags } from "./elements.ts";

/** `restriction:hgv=…` and the like bind a fire engine; `restriction:bicycle=…` does not. */
const bindingSuffixes: ReadonlySet<string> = new Set(["", "motor_vehicle", "vehicle", "motorcar", "hgv"]);

/** Node ids by road: only what the file holds as a road can be turned from or into. */
export type NodeIdsOfRoad = (roadId: number) => readonly number[] | null;

/** Restrictions of one relation that bind engines: none, one, or several for `no_entry` and `no_exit`. */
export function readTurnRestrictions(
  relation: OsmRelation,
  nodeIdsOf: NodeIdsOfRoad,
  issues: IssueList,
): TurnRestriction[] {
  const kind = restrictionKind(relation.tags ?? {});
  if (kind === "exempt") {
    remarkOnExempt(relation, issues);
    return [];
  }
  const refuse = (vi: string, en: string): TurnRestriction[] => {
    issues.add({
      code: "unusable-restriction",
      severity: "error",
      recordId: `osm-relation-${relation.id}`,
      field: "restriction",
      value: relation.tags?.["restriction"] ?? null,
      reason: text(
        `Biển cấm rẽ ${relation.id}: ${vi}; bỏ qua.`,
        `Turn restriction ${relation.id}: ${en}; left out.`,
      ),
    });
    return [];
  };
  if (kind === null) return refuse("loại không đọc được", "its kind cannot be read");

  const from = members(relation, "from", "way");
  const to = members(relation, "to", "way");
  const viaNodes = members(relation, "via", "node");
  const viaWays = members(relation, "via", "way");
  if (from.length === 0 || to.length === 0)
    return refuse("thiếu đường đi hoặc đường đến", "no from or to way");
  if ((from.length > 1 || to.length > 1) && kind === "only") {
    return refuse("có nhiều đường đi hoặc đường đến", "several from or to ways");
  }
  if (
    viaNodes.length + viaWays.length === 0 ||
    (viaNodes.length > 0 && viaWays.length > 0) ||
    viaNodes.length > 1
  ) {
    return refuse("cần đúng một nút hoặc các đường trung gian", "needs exactly one via node, or via ways");
  }

  const restrictions: TurnRestriction[] = [];
  for (const fromRoadId of from) {
    for (const toRoadId of to) {
      const fromNodes = nodeIdsOf(fromRoadId);
      const toNodes = nodeIdsOf(toRoadId);
      if (!fromNodes || !toNodes)
        return refuse("đường không có trong tệp", "a way of it is no road in this file");
      const via = viaNodes[0] ?? null;
      if (via !== null && !(fromNodes.includes(via) && toNodes.includes(via))) {
        return refuse("nút trung gian không nằm trên hai đường", "the via node is not on both ways");
      }
      const viaRoadIds = via === null ? chain(fromNodes, viaWays, toNodes, nodeIdsOf) : [];
      if (!viaRoadIds) return refuse("các đường trung gian không nối nhau", "the via ways do not connect");
      restrictions.push({
        // A relation that stands for several turns gives each an id of its own, negative so that none collides.
        id: restrictions.length === 0 ? relation.id : -(relation.id * 100 + restrictions.length),
        kind,
        fromRoadId,
        viaNodeId: via,
        viaRoadIds,
        toRoadId,
      });
    }
  }
  return restrictions;
}

function remarkOnExempt(relation: OsmRelation, issues: IssueList): void {
  issues.add({
    code: "unusable-restriction",
    severity: "warning",
    recordId: `osm-relation-${relation.id}`,
    field: "except",
    value: relation.tags?.["except"] ?? null,
    reason: text(
      `Biển cấm rẽ ${relation.id} không áp dụng cho xe chữa cháy; bỏ qua.`,
      `Turn restriction ${relation.id} does not bind fire engines; left out.`,
    ),
  });
}

/** `no`, `only`, `exempt` where engines need not obey, null where nothing sensible is written. */
function restrictionKind(tags: Tags): "no" | "only" | "exempt" | null {
  let isForOthers = false;
  for (const [key, value] of Object.entries(tags)) {
    const [word, suffix = ""] = key.split(":");
    if (word !== "restriction") continue;
    if (!bindingSuffixes.has(suffix)) {
      isForOthers = suffix !== "conditional";
      continue;
    }
    if ((tags["except"] ?? "").split(/[;,\s]+/).includes("emergency")) return "exempt";
    if (/^no_/.test(value)) return "no";
    if (/^only_/.test(value)) return "only";
  }
  return isForOthers ? "exempt" : null;
}

/** Via ways in driving order, each sharing an end with the next; null where they form no chain. */
function chain(
  fromNodes: readonly number[],
  viaWays: readonly number[],
  toNodes: readonly number[],
  nodeIdsOf: NodeIdsOfRoad,
): number[] | null {
  const rest = new Set(viaWays);
  const ordered: number[] = [];
  let heads: readonly number[] = fromNodes;
  while (rest.size > 0) {
    const next = [...rest].find((id) => ends(nodeIdsOf(id)).some((end) => heads.includes(end)));
    if (next === undefined) return null;
    const [first, last] = ends(nodeIdsOf(next));
    heads = [first!, last!].filter((end) => !heads.includes(end));
    // A loop closes where it began: both its ends are the same node.
    if (heads.length === 0) heads = [last!];
    ordered.push(next);
    rest.delete(next);
  }
  return heads.some((end) => toNodes.includes(end)) ? ordered : null;
}

function ends(nodeIds: readonly number[] | null): number[] {
  return nodeIds ? [nodeIds[0]!, nodeIds.at(-1)!] : [];
}

function members(relation: OsmRelation, role: string, type: OsmMember["type"]): number[] {
  return relation.members.filter((m) => m.role === role && m.type === type).map((m) => m.ref);
}
