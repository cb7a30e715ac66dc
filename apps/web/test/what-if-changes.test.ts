/** Edits of a list of changes against a plain account of what stands where; undo against a list kept by hand. */
import { applyChanges } from "@firecover/coverage";
import { Change } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recorded, redone, startHistory, undone } from "../src/what-if/change-history.ts";
import {
  addStation,
  addWaterSource,
  type Changes,
  closeStation,
  moveBack,
  moveStation,
  removeChange,
  reopenStation,
  setRoad,
  widenRoad,
} from "../src/what-if/change-list.ts";
import { stationPlaces } from "../src/what-if/places-after.ts";
import { roadIds, smallProvince, stations } from "./small-province.ts";

const input = smallProvince();
const provenance = { source: "thử", dataDate: "2026-11-01", isSynthetic: true };

type Edit =
  | { kind: "move" | "close" | "back" | "reopen"; which: number; x: number }
  | { kind: "add" | "water"; x: number }
  | { kind: "road"; road: number; to: "closeRoad" | "openRoad" | null }
  | { kind: "widen"; road: number; width: number | null }
  | { kind: "take-back"; which: number };
const place = fc.integer({ min: 0, max: 20_000 }).map((x) => x / 1e6);
const edits = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom("move" as const, "close" as const, "back" as const, "reopen" as const),
      which: fc.nat(5),
      x: place,
    }),
    fc.record({ kind: fc.constantFrom("add" as const, "water" as const), x: place }),
    fc.record({
      kind: fc.constant("road" as const),
      road: fc.constantFrom(...roadIds),
      to: fc.constantFrom("closeRoad" as const, "openRoad" as const, null),
    }),
    fc.record({
      kind: fc.constant("widen" as const),
      road: fc.constantFrom(...roadIds),
      width: fc.option(fc.constantFrom(3.5, 6), { nil: null }),
    }),
    fc.record({ kind: fc.constant("take-back" as const), which: fc.nat(9) }),
  ) as fc.Arbitrary<Edit>,
  { maxLength: 25 },
);

/** The hand-kept account: where each station stands; null = closed. */
type Account = Map<string, readonly [number, number] | null>;

function carryOut(list: readonly Edit[]): { changes: Changes; account: Account } {
  let changes: Changes = [];
  const account: Account = new Map(stations.map(({ id, location }) => [id, location]));
  const homes = new Map<string, readonly [number, number]>(
    stations.map(({ id, location }) => [id, location]),
  );
  let added = 0;
  for (const edit of list) {
    const ids = [...account.keys()];
    if (edit.kind === "add") {
      const id = `n${added++}`;
      changes = addStation(changes, { id, name: id, location: [105 + edit.x, 21] }, provenance);
      account.set(id, [105 + edit.x, 21]);
    } else if (edit.kind === "water") {
      const id = `v${added++}`;
      changes = addWaterSource(changes, { id, name: id, location: [105 + edit.x, 21] }, provenance);
    } else if (edit.kind === "road") {
      changes = setRoad(changes, edit.road, edit.to);
    } else if (edit.kind === "widen") {
      changes = widenRoad(changes, edit.road, edit.width);
    } else if (edit.kind === "take-back") {
      const change = changes[edit.which];
      // Taking back an opening is closing: what the screen offers for a new station.
      if (!change || change.kind === "openStation") continue;
      changes = removeChange(changes, change.id);
      if ("stationId" in change) account.set(change.stationId, homes.get(change.stationId)!);
    } else if ("which" in edit) {
      const id = ids[edit.which % ids.length]!;
      const isClosed = account.get(id) === null;
      const isNew = !homes.has(id);
      if (edit.kind === "move" && !isClosed) {
        const to: [number, number] = [105 + edit.x, 21.01];
        changes = moveStation(changes, id, to, stations);
        account.set(id, to);
      } else if (edit.kind === "close" && !isClosed) {
        changes = closeStation(changes, id);
        if (isNew) account.delete(id);
        else account.set(id, null);
      } else if (edit.kind === "back" && !isClosed && !isNew) {
        changes = moveBack(changes, id);
        account.set(id, homes.get(id)!);
      } else if (edit.kind === "reopen" && isClosed) {
        changes = reopenStation(changes, id);
        account.set(id, homes.get(id)!);
      }
    }
  }
  return { changes, account };
}

describe("a list of changes", () => {
  it("always applies, and puts stations where the edits say", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const { changes, account } = carryOut(list);
        for (const change of changes) Change.parse(change);
        const applied = applyChanges(input, changes).stations.map(({ id, location }) => [id, location]);
        const open = [...account].filter(([, location]) => location !== null);
        expect(Object.fromEntries(applied)).toEqual(Object.fromEntries(open));
        const drawn = stationPlaces(stations, changes);
        expect(
          Object.fromEntries(drawn.flatMap(({ id, at, status }) => (status === "closed" ? [] : [[id, at]]))),
        ).toEqual(Object.fromEntries(open));
      }),
    );
  });

  it("says each thing once", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const { changes } = carryOut(list);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
      }),
    );
  });

  it("is empty again when a station is moved home", () => {
    const [station] = stations;
    const away = moveStation([], station!.id, [105.01, 21.01], stations);
    expect(away).toHaveLength(1);
    expect(moveStation(away, station!.id, station!.location, stations)).toEqual([]);
  });
});

describe("undo and redo", () => {
  const steps = fc.array(fc.oneof(fc.constant("undo"), fc.constant("redo"), fc.nat(3)), { maxLength: 40 });

  it("go back and forth over what a list kept by hand says", () => {
    fc.assert(
      fc.property(steps, (list) => {
        let history = startHistory([]);
        const kept: Changes[] = [[]];
        let position = 0;
        for (const step of list) {
          if (step === "undo") {
            history = undone(history);
            position = Math.max(0, position - 1);
          } else if (step === "redo") {
            history = redone(history);
            position = Math.min(kept.length - 1, position + 1);
          } else {
            const next = setRoad([], Number(step) + 1, "closeRoad");
            history = recorded(history, next);
            if (JSON.stringify(next) !== JSON.stringify(kept[position])) {
              kept.splice(position + 1, kept.length, next);
              position++;
            }
          }
          expect(history.now).toEqual(kept[position]);
          expect(history.past).toHaveLength(position);
          expect(history.future).toHaveLength(kept.length - 1 - position);
        }
      }),
    );
  });
});
