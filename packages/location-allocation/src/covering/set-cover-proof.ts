/** The cheapest set cover, with proof: reduction, local search, relaxation with exact bounds and fixing, and branching. */
import type { Highs } from "../highs/load.ts";
import { type ReducedSetCover, reduceSetCover, type SetCover } from "../presolve/set-cover-reduction.ts";
import { fixedByReducedCost } from "../safe-bound.ts";
import type { Watch } from "../watch.ts";
import { isSmallProgram, solveSetCoverProgram } from "./set-cover-program.ts";
import { SetCoverRelaxation } from "./set-cover-relaxation.ts";
import { SetCoverSearch } from "./set-cover-search.ts";
import { branchOnSites, type Cover } from "./site-branching.ts";
import { keepsRules } from "./site-rules.ts";

export interface ProvenSetCover {
  /** Its value is −price. */
  readonly cover: Cover | null;
  /** −price of no choice is more; Infinity = not known. */
  readonly bound: number;
  readonly isInfeasible: boolean;
}

export interface SetCoverTask {
  readonly watch: Watch;
  /** A choice at hand, within the rules or not. */
  readonly start: readonly number[] | null;
  /** Branches without any progress before a small problem is handed to HiGHS; default: some seconds' work. */
  readonly patience?: number;
  readonly report: (value: number | null, bound: number) => void;
}

/** Steps of local search before the first bound, and once the relaxation is known. */
const FIRST_STEPS = 2_000;
const MORE_STEPS = 20_000;
/** A branch that rounds searches on for so many steps. */
const ROUNDING_STEPS = 300;
/** Published problems of OR-Library close in far fewer branches; stein45 and its like stop moving after some hundred. */
const PATIENCE = 1_000;

export function proveSetCover(highs: Highs, problem: SetCover, task: SetCoverTask): ProvenSetCover {
  const { watch, report, patience = PATIENCE } = task;
  const reduced = reduceSetCover(problem, () => watch.isOver());
  if (reduced.isInfeasible) return { cover: null, bound: -Infinity, isInfeasible: true };
  const spent = reduced.standing.reduce((sum, j) => sum + problem.rules.price[j]!, 0);
  if (reduced.sites.length === 0 || reduced.cover.sets.pointCount === 0) {
    return { cover: { sites: reduced.standing, value: -spent }, bound: -spent, isInfeasible: false };
  }
  const search = new SetCoverSearch(reduced.cover, () => watch.isOver());
  if (task.start) {
    const wanted = new Set(task.start);
    search.offer([...reduced.sites.keys()].filter((k) => wanted.has(reduced.sites[k]!)));
  }
  search.run(FIRST_STEPS, 0);
  const proof = relaxAndBranch(highs, reduced, search, {
    watch,
    patience,
    report: (value, bound) => report(value === null ? null : value - spent, bound - spent),
  });
  if (!proof.cover)
    return { cover: null, bound: proof.bound - spent, isInfeasible: proof.bound === -Infinity };
  const sites = [...reduced.standing, ...proof.cover.sites.map((k) => reduced.sites[k]!)];
  return {
    cover: { sites, value: proof.cover.value - spent },
    bound: proof.bound - spent,
    isInfeasible: false,
  };
}

function relaxAndBranch(
  highs: Highs,
  { cover: problem }: ReducedSetCover,
  search: SetCoverSearch,
  { watch, patience, report }: Required<Omit<SetCoverTask, "start">>,
): { cover: Cover | null; bound: number } {
  const relaxation = new SetCoverRelaxation(highs, problem);
  try {
    report(search.best?.value ?? null, Infinity);
    let bound = 0; // prices are not negative
    for (;;) {
      const lp = relaxation.solve(watch);
      if (lp.status === "infeasible" && relaxation.isSurelyInfeasible())
        return { cover: search.best, bound: -Infinity };
      if (lp.status === "stopped") return { cover: search.best, bound };
      const safe = lp.status === "optimal" ? relaxation.bound(lp) : null;
      if (safe) bound = Math.min(bound, safe.whole);
      const best = search.best;
      if (best && bound <= best.value) return { cover: best, bound: best.value };
      if (lp.status === "optimal" && relaxation.tighten(lp) > 0) continue;
      search.run(MORE_STEPS, -bound);
      report(search.best?.value ?? null, bound);
      if (search.best && bound <= search.best.value) return { cover: search.best, bound: search.best.value };
      if (safe && search.best) fixForGood(relaxation, safe, search.best.value);
      const value = (sites: readonly number[]) => valueOfCover(problem, sites);
      const isSmall = isSmallProgram(problem);
      const branched = branchOnSites({
        relaxation,
        lower: relaxation.lower.slice(0, relaxation.siteCount),
        upper: relaxation.upper.slice(0, relaxation.siteCount),
        incumbent: search.best,
        bound,
        valueOf: value,
        round: () => search.run(ROUNDING_STEPS, -bound),
        watch,
        report,
        ...(isSmall ? { patience } : {}),
      });
      const isProven = branched.bound <= (branched.cover?.value ?? -Infinity);
      if (isProven || !isSmall || watch.isOver()) return branched;
      const { cover: incumbent, bound: left } = branched;
      return solveSetCoverProgram(highs, problem, { watch, incumbent, bound: left, valueOf: value, report });
    }
  } finally {
    relaxation.dispose();
  }
}

function fixForGood(
  relaxation: SetCoverRelaxation,
  bound: Parameters<typeof fixedByReducedCost>[0],
  incumbent: number,
): void {
  const { lower, upper } = relaxation;
  fixedByReducedCost(bound, { sense: "maximise", incumbent, lower, upper }).forEach((side, j) => {
    if (side !== 0) relaxation.setBounds(j, side === 1 ? 1 : 0, side === 1 ? 1 : 0);
  });
}

/** −price of a choice; null where it leaves a point uncovered or breaks a rule. */
function valueOfCover({ sets, rules }: SetCover, sites: readonly number[]): number | null {
  if (!keepsRules(rules, sites)) return null;
  const isCovered = new Uint8Array(sets.pointCount);
  let left = sets.pointCount;
  let price = 0;
  for (const j of sites) {
    price += rules.price[j]!;
    for (let k = sets.firstPoint[j]!; k < sets.firstPoint[j + 1]!; k++) {
      const i = sets.pointOf[k]!;
      if (isCovered[i] === 0) left--;
      isCovered[i] = 1;
    }
  }
  return left === 0 ? -price : null;
}
