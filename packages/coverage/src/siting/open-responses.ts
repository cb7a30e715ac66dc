/** Response from any set of sites, however late: each site is searched from once, when it is first asked for. */
import { UNREACHED } from "@firecover/road-network";
import type { Approaches } from "../approach.ts";
import type { ArrivalField } from "../arrival.ts";
import type { EdgeTiles } from "../edge-tiles.ts";
import { responsesFrom } from "./site-times.ts";

/**
 * A first choice of dozens of sites need not wait for each of them: for some sets, so many unknown sites are searched from
 * together. Later sets have most sites in common, and then each is worth knowing.
 */
const manySites = 8;
const fewSets = 3;

/** `together` stand in every set or in most; they are searched from at once while all of them are open. */
export function createOpenResponses(
  field: ArrivalField,
  approaches: Approaches,
  tiles: EdgeTiles,
  together: readonly number[],
): (open: readonly number[]) => Uint32Array {
  const known = new Map<number, Uint32Array>();
  const isTogether = new Set(together);
  let ofTogether: Uint32Array | null = null;
  let setsAtOnce = 0;

  function ofSite(j: number): Uint32Array {
    const millis = known.get(j) ?? responsesFrom(field, (site) => site === j, approaches, tiles);
    known.set(j, millis);
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
      ofTogether ??= responsesFrom(field, (site) => isTogether.has(site), approaches, tiles);
      take(ofTogether);
    }
    const others = open.filter((j) => !areAllOpen || !isTogether.has(j));
    const unknown = others.filter((j) => !known.has(j));
    const isAtOnce = unknown.length > manySites && setsAtOnce < fewSets;
    if (isAtOnce) {
      setsAtOnce++;
      const sites = new Set(unknown);
      take(responsesFrom(field, (site) => sites.has(site), approaches, tiles));
    }
    for (const j of others) if (!isAtOnce || known.has(j)) take(ofSite(j));
    return least;
  };
}
