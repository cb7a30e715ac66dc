/** "Thêm mỗi trạm được bao nhiêu?": the best choice of every number of stations, each with its own proof. */
import type { CurvePoint } from "@firecover/domain";
import { REQUIRED } from "@firecover/location-allocation";
import type { SitingContext } from "./siting-context.ts";
import { inUnitOfAim, problemOf } from "./siting-problem.ts";
import { type Solved, solveQuestion } from "./solve-question.ts";

/** So many stations more than the answer has are tried. */
const pointsBeyond = 2;

/** Of the two aims of everyone, and of years, the cover is drawn: their own objective says nothing of a number. */
export function coverCurve(context: SitingContext, best: Solved, pieceSeconds: number): CurvePoint[] {
  const { solver, question, sites, model, thresholdMillis, shouldStop } = context;
  const { aim } = question;
  const isOwnAim = aim === "most-backup" || aim === "least-average" || aim === "least-worst";
  const drawn = isOwnAim ? aim : "most-covered";
  const required = sites.status.filter((status) => status === REQUIRED).length;
  const fewest = Math.max(0, required - sites.todayCount);
  const inAnswer = Math.max(0, best.sites.length - sites.todayCount);
  const asked = aim === "most-covered-by-year" ? inAnswer : (question.newStationCount ?? inAnswer);
  const most = Math.min(asked + pointsBeyond, sites.candidates.length);
  const points: CurvePoint[] = [];
  let start: readonly number[] | undefined;
  for (let more = fewest; more <= most; more++) {
    if (shouldStop()) break;
    const limits = { count: sites.todayCount + more, budget: question.budgetMillionDong };
    const isKnown = drawn === aim && more === question.newStationCount;
    const answer = isKnown
      ? best
      : solveQuestion(solver, drawn, model, problemOf(drawn, thresholdMillis, limits), {
          timeLimitSeconds: pieceSeconds,
          shouldStop,
          start,
        });
    if (answer.sites.length > 0) start = answer.sites;
    points.push({
      newStationCount: more,
      objective: inUnitOfAim(drawn, model, answer.objective),
      bound: inUnitOfAim(drawn, model, answer.bound),
      coveredShare: answer.objective === null ? null : context.measure(answer.sites).coveredShare,
      status: answer.status,
      siteIds: context.idsOf(answer.sites),
    });
  }
  return points;
}
