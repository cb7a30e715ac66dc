/** Which premises and cells hang on which group of stretches of ways. */
import { UNREACHED } from "@firecover/road-network";
import { hoseAt } from "../access.ts";
import type { AccessOfClass } from "../access-of-class.ts";
import type { Approaches } from "../approach.ts";

export interface PointsInAlleys {
  /** Rows per group, in order. */
  readonly rowsOf: readonly (readonly number[])[];
  /** All rows whose hose is longer than the limit, in a group or not. */
  readonly rowsBeyond: readonly number[];
}

/** Stretches of ways in groups. */
export interface StretchGroups {
  readonly groupCount: number;
  /** -1 = in none. */
  groupAt(edge: number, along: number): number;
}

/** `hose` per point as `hoseToPoints` says. A point hangs where its shortest hose leaves the ways. */
export function pointsInAlleys(
  access: AccessOfClass,
  groups: StretchGroups,
  approaches: Approaches,
  hose: Uint32Array,
  limitMillimetres: number,
): PointsInAlleys {
  const { network } = access.drive;
  const rowsOf: number[][] = Array.from({ length: groups.groupCount }, () => []);
  const rowsBeyond: number[] = [];
  for (let i = 0; i < hose.length; i++) {
    if (hose[i]! <= limitMillimetres) continue;
    rowsBeyond.push(i);
    for (let k = approaches.start(i, UNREACHED); k >= 0; k = approaches.next(i, k, UNREACHED)) {
      const edge = approaches.edge[k]!;
      const along = approaches.alongMillimetres[k]!;
      const onWay = hoseAt(network, access.stops, access.nodeHose.cost, edge, along);
      const isHere = hose[i] === UNREACHED || onWay + approaches.hoseMillimetres[k]! === hose[i];
      if (!isHere) continue;
      const group = groups.groupAt(edge, along);
      if (group >= 0) rowsOf[group]!.push(i);
      break;
    }
  }
  return { rowsOf, rowsBeyond };
}
