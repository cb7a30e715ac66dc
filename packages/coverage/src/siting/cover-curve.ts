/** "Thêm mỗi trạm được bao nhiêu?": the best choice of every number of stations, each with its own proof. */
import type { CurvePoint } from "@firecover/domain";
import { countCurve, REQUIRED } from "@firecover/location-allocation";
import type { SitingContext } from "./siting-context.ts";
import { inUnitOfAim, problemOf } from "./siting-problem.ts";
import type { Solved } from "./solve-question.ts";

/** So many stations more than the answer has are tried. */
const pointsBeyond = 2;

/** Of the two aims of everyone, and of years, the cover is drawn: their own objective says nothing of a number. */
export function coverCurve(context: SitingContext, best: Solved, pieceSeconds: number): CurvePoint[] {
  const { solver, question, sites, model, thresholdMillis, shouldStop } = context;
  const { aim, newStationCount, budgetMillionDong } = question;
  if (model.placeOf.length === 0) return [];
  const isOwnAim = aim === "most-backup" || aim === "least-average" || aim === "least-worst";
  const drawn = isOwnAim ? aim : "most-covered";
  const required = sites.status.filter((status) => status === REQUIRED).length;
  const fewest = Math.max(0, required - sites.todayCount);
  const inAnswer = Math.max(0, best.sites.length - sites.todayCount);
  const asked = aim === "most-covered-by-year" ? inAnswer : (newStationCount ?? inAnswer);
  const most = Math.min(asked + pointsBeyond, sites.candidates.length);
  const counts = Array.from({ length: Math.max(0, most - fewest + 1) }, (_, n) => fewest + n);
  const known = drawn === aim && best.status === "optimal" ? newStationCount : null;
  const unknown = counts.filter((more) => more !== known);
  const problem = problemOf(drawn, thresholdMillis, { count: null, budget: budgetMillionDong });
  const solved = countCurve(
    solver,
    model.instance,
    problem,
    unknown.map((more) => sites.todayCount + more),
    { timeLimitSeconds: pieceSeconds * unknown.length, shouldStop },
  );
  return counts.map((more): CurvePoint => {
    const answer = more === known ? best : solved[unknown.indexOf(more)]!;
    return {
      newStationCount: more,
      objective: inUnitOfAim(drawn, model, answer.objective),
      bound: inUnitOfAim(drawn, model, answer.bound),
      coveredShare: answer.objective === null ? null : context.measure(answer.sites).coveredShare,
      status: answer.status,
      siteIds: context.idsOf(answer.sites),
    };
  });
}
