/** Round trips of tankers against shortest paths relaxed arc by arc, over random towns with one-ways and spent sources. */
import { vehicleClasses } from "@firecover/domain";
import { driveGraph, type RoadGraph } from "@firecover/road-network";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptUpLps, tankersFor } from "../src/analyses/tanker-shuttle.ts";
import type { Refill } from "../src/analyses/tanker-shuttle-legs.ts";
import type { Place } from "../src/analyses/tanker-shuttle-places.ts";
import { roundTrips, type Task } from "../src/analyses/tanker-shuttle-trips.ts";
import { at, standard, waterSource } from "./builders.ts";
import { inputOf, sketch } from "./random-province.ts";

/** Cost from each node to each: Floyd and Warshall, on the arcs themselves. */
function costsBetweenNodes({ nodeCount, arcCount, tail, head, cost }: RoadGraph): number[][] {
  const between = Array.from({ length: nodeCount }, (_, u) =>
    Array.from({ length: nodeCount }, (_, v) => (u === v ? 0 : Infinity)),
  );
  for (let a = 0; a < arcCount; a++) {
    between[tail[a]!]![head[a]!] = Math.min(between[tail[a]!]![head[a]!]!, cost[a]!);
  }
  for (let k = 0; k < nodeCount; k++)
    for (let u = 0; u < nodeCount; u++)
      for (let v = 0; v < nodeCount; v++)
        between[u]![v] = Math.min(between[u]![v]!, between[u]![k]! + between[k]![v]!);
  return between;
}

/** Between two places, over every way to leave the one and to come to the other. */
function naiveDrive(graph: RoadGraph, between: readonly number[][], from: Place, to: Place): number {
  const { edgeLengthMillimetres: lengths } = graph.network;
  let best = from.edge >= 0 && from.edge === to.edge && from.along === to.along ? 0 : Infinity;
  const leaving: [number, number][] = from.edge < 0 ? [[from.node, 0]] : [];
  const coming: [number, number][] = [];
  for (let u = 0; u < graph.nodeCount; u++) {
    if (to.edge < 0 && graph.nodeOf[u] === to.node) coming.push([u, 0]);
  }
  for (let a = 0; a < graph.arcCount; a++) {
    const e = graph.arcEdge[a]!;
    const isForward = graph.arcIsForward[a] === 1;
    const share = (along: number) => (isForward ? along : lengths[e]! - along) / lengths[e]!;
    const ofNode = graph.tail[a]! < graph.network.nodeCount;
    if (e === from.edge && ofNode) leaving.push([graph.head[a]!, graph.cost[a]! * (1 - share(from.along))]);
    if (e === to.edge) coming.push([graph.tail[a]!, graph.cost[a]! * share(to.along)]);
    if (e === from.edge && e === to.edge && share(to.along) >= share(from.along)) {
      best = Math.min(best, graph.cost[a]! * (share(to.along) - share(from.along)));
    }
  }
  for (const [u, out] of leaving)
    for (const [v, into] of coming) best = Math.min(best, out + between[u]![v]! + into);
  return best;
}

interface Round {
  readonly there: number;
  readonly back: number;
}

/** Of the rounds nearest on the way out or on the way home, ties by rounding among them; of those behind if none holds. */
function leastRound(rounds: readonly Round[], farthest: number): number {
  const [there, back] = [Math.min(...rounds.map((r) => r.there)), Math.min(...rounds.map((r) => r.back))];
  if (!(there <= farthest && back <= farthest)) return Infinity;
  const isNearest = (round: Round) => round.there <= there + 3 || round.back <= back + 3;
  const holding = rounds.filter((r) => isNearest(r) && r.there <= farthest && r.back <= farthest);
  if (holding.length > 0) return Math.min(...holding.map((round) => round.there + round.back));
  return leastRound(
    rounds.filter((round) => !isNearest(round)),
    farthest,
  );
}

const drawnPlace = fc.record({
  edge: fc.nat(60),
  share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  isNode: fc.boolean(),
});
const drawnRefill = fc.record({ place: drawnPlace, lps: fc.constantFrom(5, 10, 20) });
const drawnTask = fc.record({
  place: drawnPlace,
  missingLps: fc.constantFrom(3, 10, 15),
  spent: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
});

describe("round trips", () => {
  it("go to the nearer of the refills nearest on the way out and on the way home, or to those behind them", () => {
    fc.assert(
      fc.property(
        sketch,
        fc.array(drawnRefill, { minLength: 1, maxLength: 6 }),
        fc.array(drawnTask, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(20_000, 60_000, 900_000),
        (drawn, drawnRefills, drawnTasks, farthest) => {
          const { network } = inputOf(drawn);
          const drive = driveGraph(network, {
            limits: vehicleClasses.tanker,
            unknownWidth: "passes",
            classesAssumedWide: [],
            turnRestrictions: true,
            contraflow: false,
            speedFactor: 1,
          });
          const placeOf = ({
            edge,
            share,
            isNode,
          }: {
            edge: number;
            share: number;
            isNode: boolean;
          }): Place => {
            const e = edge % network.edgeCount;
            if (isNode) return { edge: -1, along: 0, node: network.edgeTail[e]! };
            return { edge: e, along: Math.round(share * network.edgeLengthMillimetres[e]!), node: -1 };
          };
          const refills = drawnRefills.map(
            ({ place, lps }, source): Refill => ({ source, lps, places: [placeOf(place)] }),
          );
          const tasks = drawnTasks.map(({ place, ...task }): Task => ({ ...task, stop: placeOf(place) }));
          const between = costsBetweenNodes(drive);
          roundTrips(drive, refills, tasks, farthest).forEach((trip, t) => {
            const { stop, missingLps, spent } = tasks[t]!;
            const rounds = refills
              .filter(({ lps, source }) => lps >= missingLps && !spent.includes(source))
              .map(({ places }) => ({
                there: naiveDrive(drive, between, places[0]!, stop),
                back: naiveDrive(drive, between, stop, places[0]!),
              }));
            const isAtLimit = (millis: number) => Math.abs(millis - farthest) <= 3; // rounding decides
            if (rounds.some(({ there, back }) => isAtLimit(there) || isAtLimit(back))) return;
            const least = leastRound(rounds, farthest);
            if (trip === null) {
              expect(least).toBe(Infinity);
            } else {
              expect(trip.refill.lps).toBeGreaterThanOrEqual(missingLps);
              expect(spent).not.toContain(trip.refill.source);
              const millis = trip.thereMillis + trip.backMillis;
              expect(
                Math.abs(naiveDrive(drive, between, trip.refill.places[0]!, stop) - trip.thereMillis),
              ).toBeLessThan(3);
              expect(
                Math.abs(naiveDrive(drive, between, stop, trip.refill.places[0]!) - trip.backMillis),
              ).toBeLessThan(3);
              expect(millis).toBeGreaterThan(least - 6);
              expect(millis).toBeLessThan(least + 6);
            }
          });
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe("tankers", () => {
  // litres a second × seconds ÷ litres
  it.each([
    [15, 1_480, 2],
    [15, 800, 1],
    [15, 801, 2],
    [30, 2_400, 6],
    [0.001, 600, 1],
  ])("hold %d L/s on a cycle of %i s with %i of 12,000 L", (lps, cycleSeconds, tankers) => {
    expect(tankersFor(lps, cycleSeconds, 12_000)).toBe(tankers);
  });

  it("take no more from a refill than it holds and they can carry away", () => {
    const rule = standard.tankerShuttle.value;
    const hydrant = waterSource("h", at(0, 0), { flowLps: 20 });
    // 12,000 L at 20 L/s: 600 s, and 60 s to couple up
    expect(keptUpLps(hydrant, 20, rule)).toBeCloseTo(12_000 / 660, 6);
    const small = waterSource("t", at(0, 0), { kind: "tank", flowLps: null, volumeM3: 54 });
    expect(keptUpLps(small, 5, rule)).toBe(5);
  });
});
