import { describe, expect, it } from "vitest";
import { createIssueList } from "../src/issues.ts";
import type { OsmMember } from "../src/osm/elements.ts";
import { readTurnRestrictions } from "../src/osm/turn-restrictions.ts";

/** A street of four ways: 10 (1–2), 11 (2–3), 12 (3–4), 13 (4–5), and 20 branching off at node 2. */
const nodesOf = new Map([
  [10, [1, 2]],
  [11, [3, 2]],
  [12, [3, 4]],
  [13, [4, 5]],
  [20, [2, 9]],
]);
const way = (role: string, ref: number): OsmMember => ({ type: "way", role, ref });
const node = (ref: number): OsmMember => ({ type: "node", role: "via", ref });

function read(tags: Record<string, string>, members: OsmMember[]) {
  const issues = createIssueList();
  const relation = { type: "relation" as const, id: 7, members, tags: { type: "restriction", ...tags } };
  return { read: readTurnRestrictions(relation, (id) => nodesOf.get(id) ?? null, issues), issues };
}
const left = [way("from", 10), node(2), way("to", 20)];

describe("turn restrictions", () => {
  it("keeps a restriction via a node", () => {
    expect(read({ restriction: "no_left_turn" }, left).read).toEqual([
      { id: 7, kind: "no", fromRoadId: 10, viaNodeId: 2, viaRoadIds: [], toRoadId: 20 },
    ]);
  });
  it("puts via ways in driving order, however they are listed", () => {
    const members = [way("from", 10), way("via", 12), way("via", 11), way("to", 13)];
    expect(read({ restriction: "only_straight_on" }, members).read).toEqual([
      { id: 7, kind: "only", fromRoadId: 10, viaNodeId: null, viaRoadIds: [11, 12], toRoadId: 13 },
    ]);
  });
  it("drops a restriction that excepts emergency vehicles, and says so", () => {
    const { read: none, issues } = read({ restriction: "no_left_turn", except: "psv;emergency" }, left);
    expect(none).toEqual([]);
    expect(issues.list().issues).toMatchObject([{ severity: "warning", field: "except" }]);
    expect(read({ restriction: "no_left_turn", except: "psv" }, left).read).toHaveLength(1);
  });
  it("binds engines by restrictions for motor vehicles, not by those for bicycles", () => {
    expect(read({ "restriction:motor_vehicle": "no_left_turn" }, left).read).toHaveLength(1);
    expect(read({ "restriction:bicycle": "no_left_turn" }, left).read).toEqual([]);
  });
  it("makes one restriction of each way that no_entry names, with ids of their own", () => {
    const members = [way("from", 10), way("from", 11), node(2), way("to", 20)];
    const { read: both } = read({ restriction: "no_entry" }, members);
    expect(both.map(({ fromRoadId }) => fromRoadId)).toEqual([10, 11]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  });
  it.each([
    ["without a way to turn into", [way("from", 10), node(2)]],
    ["without via", [way("from", 10), way("to", 20)]],
    ["via a node that is not on both ways", [way("from", 10), node(3), way("to", 20)]],
    ["with a way that is no road", [way("from", 10), node(2), way("to", 99)]],
    ["via ways that do not meet", [way("from", 10), way("via", 13), way("to", 20)]],
  ])("refuses one %s, with an issue", (_, members) => {
    const { read: none, issues } = read({ restriction: "no_left_turn" }, members);
    expect(none).toEqual([]);
    expect(issues.list().issues).toMatchObject([{ code: "unusable-restriction", severity: "error" }]);
  });
});
