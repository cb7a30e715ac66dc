/**
 * Set covering as HiGHS's integer program, for what branching on sites alone does not close: highly symmetric covers, where
 * each of thousands of images of one branch would have to be closed by itself. HiGHS finds the symmetries and cuts them off.
 *
 * What is proven here rests on HiGHS's tree and its floating-point numbers. Prices are whole, so that a better cover is
 * cheaper by 1 at least: HiGHS gives up a branch whose bound is above the incumbent − 1 by more than its tolerance of 10⁻⁶.
 */
import type { Highs } from "../highs/load.ts";
import { LinearModelBuilder, solveMip } from "../highs/mip.ts";
import type { SetCover } from "../presolve/set-cover-reduction.ts";
import type { Watch } from "../watch.ts";
import { ruleRows } from "./rule-rows.ts";
import type { Cover, ProvenCover } from "./site-branching.ts";

/** Covers and bounds less than this apart are equal, since prices are whole. */
const LESS_THAN_ONE = 0.9;
const ROUND_OFF = 1e-3;
/** Models of more entries are left to branching, which needs few of the rows and little memory. */
const MOST_ENTRIES = 200_000;
/** So are prices of more digits together: HiGHS errs by a share of the price, which must stay well below 1. */
const MOST_PRICE = 2 ** 20;

export interface SetCoverProgramTask {
  readonly watch: Watch;
  readonly incumbent: Cover | null;
  /** −price of no cover is more. */
  readonly bound: number;
  /** Exact; null where a choice leaves a point uncovered or breaks a rule. */
  valueOf(sites: readonly number[]): number | null;
  readonly report: (value: number | null, bound: number) => void;
}

export function isSmallProgram({ sets, rules }: SetCover): boolean {
  const price = rules.price.reduce((sum, p) => sum + p, 0);
  return sets.pointOf.length <= MOST_ENTRIES && price <= MOST_PRICE;
}

export function solveSetCoverProgram(
  highs: Highs,
  problem: SetCover,
  { watch, incumbent, bound, valueOf: exactValue, report }: SetCoverProgramTask,
): ProvenCover {
  const { siteCount } = problem.sets;
  let best = incumbent;
  const offer = (y: Float64Array) => {
    const sites = [...y.keys()].filter((j) => y[j] === 1);
    const value = exactValue(sites);
    if (value === null || value <= (best?.value ?? -Infinity)) return;
    best = { sites, value };
    report(value, bound);
  };
  const lower = (price: number) => {
    const whole = -Math.ceil(price - ROUND_OFF);
    if (!(whole < bound)) return;
    bound = whole;
    report(best?.value ?? null, bound);
  };
  const start = incumbent && new Float64Array(siteCount);
  for (const j of incumbent?.sites ?? []) start![j] = 1;
  const solved = solveMip(highs, integerProgram(problem), {
    timeLimitSeconds: watch.secondsLeft(),
    shouldStop: () => watch.isOver(),
    start,
    absoluteGap: LESS_THAN_ONE,
    onIncumbent: offer,
    onBound: lower,
    highsOptions: { mip_detect_symmetry: true },
  });
  if (solved.value) offer(solved.value);
  if (solved.status === "infeasible") bound = best ? Math.min(bound, best.value) : -Infinity;
  else if (Number.isFinite(solved.bound)) lower(solved.bound);
  return { cover: best, bound: Math.max(bound, best?.value ?? -Infinity) };
}

function integerProgram({ sets, rules }: SetCover) {
  const builder = new LinearModelBuilder("minimise");
  for (const price of rules.price) builder.column(price, 0, 1, true);
  for (let i = 0; i < sets.pointCount; i++)
    builder.row(1, Infinity, sets.siteOf.subarray(sets.firstSite[i]!, sets.firstSite[i + 1]!), 1);
  for (const { lower, upper, columns, values } of ruleRows(rules)) builder.row(lower, upper, columns, values);
  return builder.build();
}
