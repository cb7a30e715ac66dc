/** A fix while it is being weighed: its cost and whom it frees; the rest is worked out only for those that are listed. */
import type { Fix, FixKind, GapCause } from "@firecover/domain";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";

export type FixDetails = Pick<
  Fix,
  "location" | "roadName" | "changes" | "source" | "roads" | "station" | "vehicles"
> & { readonly isToBeMeasuredFirst: boolean };

export interface FixDraft {
  readonly id: string;
  readonly kind: FixKind;
  readonly cause: GapCause;
  readonly costMillionDong: number;
  readonly isSeenByRuns: boolean;
  /** Roads changed or vehicles bought; 1 where absent. */
  readonly count?: number;
  /** Same in drafts that are one work, done and paid once though it answers several causes; the id where absent. */
  readonly workId?: string;
  /** Of works with the same one at most one is done: tanks of two sizes on one plot. */
  readonly oneOf?: string;
  /** Parts that other works may share and that are paid once, such as a road; the work itself where absent. */
  readonly parts?: readonly FixPart[];
  /** Premises and cells that no longer fail the cause. */
  readonly freed: PlaceLists;
  /** Of them, those with no gap left; those without another gap today unless the draft knows better. */
  readonly covered?: PlaceLists;
  describe(): FixDetails;
}

export interface FixPart {
  readonly id: string;
  readonly costMillionDong: number;
}

export function coveredBy({ places }: Gaps, { freed, covered }: FixDraft): PlaceLists {
  if (covered) return covered;
  const onlyThis = (p: 0 | 1) => freed[p].filter((i) => places[p].failCount[i] === 1);
  return [onlyThis(0), onlyThis(1)];
}

export function residentsOf({ prepared }: Gaps, cells: readonly number[]): number {
  const { people } = prepared.cells.points;
  return cells.reduce((sum, i) => sum + people[i]!, 0);
}

/** What a change says about itself as long as nobody has planned it. */
export function plannedAs(id: string, costMillionDong: number) {
  return {
    id,
    year: null,
    costMillionDong,
    fundingSource: null,
    responsibleBody: null,
    state: "proposed",
    note: null,
  } as const;
}

/** The rest of a fix that concerns neither source, road nor vehicles. */
export const noDetails = {
  roadName: null,
  changes: [],
  source: null,
  roads: [],
  station: null,
  vehicles: null,
  isToBeMeasuredFirst: false,
} as const satisfies Partial<FixDetails>;
