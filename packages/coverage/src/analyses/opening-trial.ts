/** What measures that would open an alley are tried on, and whom a new stand frees. */
import type { AlleyOpening, VehicleClassId } from "@firecover/domain";
import type { RoadGraph } from "@firecover/road-network";
import type { AccessOfClass } from "../access-of-class.ts";
import type { PlacedPoints } from "../compute-coverage.ts";
import type { ObstacleQuestion } from "../hose-path.ts";
import type { TurningPlaces } from "../turning-places.ts";
import { type HoseFrom, isWithin } from "./hose-from.ts";

/** Rows of premises and of cells. */
export interface RowsInAlley {
  readonly premises: readonly number[];
  readonly cells: readonly number[];
}

/** What openings are tried on; the same for all alleys of a result. */
export interface OpeningTrial {
  readonly foot: RoadGraph;
  readonly access: AccessOfClass;
  readonly asked: ObstacleQuestion;
  readonly premises: PlacedPoints;
  readonly cells: PlacedPoints;
  readonly turning: TurningPlaces;
  readonly longestDeadEndMillimetres: number;
  readonly portablePumpMillimetres: number;
  readonly edgesOfWay: (way: number) => Iterable<number>;
  /** Classes that are smaller than the one asked for, each with its hose to all points. */
  readonly smaller: readonly {
    readonly vehicleClass: VehicleClassId;
    readonly reachMillimetres: number;
    readonly premisesHose: Uint32Array;
    readonly cellHose: Uint32Array;
  }[];
}

export type Freed = Pick<AlleyOpening, "peopleFreed" | "premisesFreed">;

/** People and premises within the limit of a hose from there. */
export function freedBy(
  { foot, premises, cells }: OpeningTrial,
  rows: RowsInAlley,
  from: HoseFrom,
  limit: number,
): Freed {
  const within =
    ({ approaches }: PlacedPoints) =>
    (i: number) =>
      isWithin(foot, from, approaches, i, limit);
  return {
    premisesFreed: rows.premises.filter(within(premises)).length,
    peopleFreed: sumPeople(cells, rows.cells.filter(within(cells))),
  };
}

export function sumPeople({ points }: PlacedPoints, rows: readonly number[]): number {
  return rows.reduce((sum, i) => sum + points.people[i]!, 0);
}
