/** Response from any set of sites, however late: each site is searched from once, when it is first asked for. */
import { createReachQuery, UNREACHED } from "@firecover/road-network";
import type { Approaches } from "../approach.ts";
import { type ArrivalField, arrivalBounds } from "../arrival.ts";
import type { EdgeTiles } from "../edge-tiles.ts";
import { gateSeeds } from "../gate-seeds.ts";
import { responses } from "../response.ts";
import { createStationSearch } from "../station-search.ts";

/** `together` stand in every set or in most; they are searched from at once while all of them are open. */
export function createOpenResponses(
  field: ArrivalField,
  approaches: Approaches,
  tiles: EdgeTiles,
  together: readonly number[],
): (open: readonly number[]) => Uint32Array {
  const search = createStationSearch(field, tiles);
  const known = new Map<number, Uint32Array>();
  let ofTogether: Uint32Array | null = null;

  function ofSite(j: number): Uint32Array {
    const before = known.get(j);
    if (before) return before;
    search.start(j);
    const millis = field.countsAt(j)
      ? search.arrivals(approaches)
      : new Uint32Array(approaches.pointCount).fill(UNREACHED);
    known.set(j, millis);
    return millis;
  }

  function searchTogether(): Uint32Array {
    const { crew, gates, gateMillis, haulMetresPerSecond } = field;
    const isOne = new Set(together);
    const countsAt = (j: number) => isOne.has(j) && field.countsAt(j);
    const own = { ...field, countsAt };
    const seeds = gateSeeds(crew, gates, gateMillis, haulMetresPerSecond, countsAt);
    const { cost, owner } = createReachQuery(crew.graph).run(seeds);
    const millis = new Uint32Array(approaches.pointCount);
    responses(
      { field: own, millis: cost, owner },
      approaches,
      millis,
      new Int32Array(approaches.pointCount),
      arrivalBounds(own, cost, 1, tiles),
    );
    return millis;
  }

  return (open) => {
    const isOpen = new Set(open);
    const least = new Uint32Array(approaches.pointCount).fill(UNREACHED);
    const take = (millis: Uint32Array) => {
      for (let i = 0; i < least.length; i++) if (millis[i]! < least[i]!) least[i] = millis[i]!;
    };
    const areAllOpen = together.every((j) => isOpen.has(j));
    if (areAllOpen) {
      ofTogether ??= searchTogether();
      take(ofTogether);
    }
    const isTaken = new Set(areAllOpen ? together : []);
    for (const j of open) if (!isTaken.has(j)) take(ofSite(j));
    return least;
  };
}
