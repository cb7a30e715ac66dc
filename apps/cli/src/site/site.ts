/** Chooses sites from a table of costs: reads, solves in a thread, writes; Ctrl-C keeps the best choice so far. */
import { type Answer, InstanceFault } from "@firecover/location-allocation";
import { InputFaults, Interrupted } from "../exit.ts";
import { mustBeWritable } from "../file-faults.ts";
import { abortOnInterrupt, say } from "../say.ts";
import { writeLines } from "../write-lines.ts";
import { readInstance } from "./instance-files.ts";
import { type Asked, problemOf } from "./problem-of.ts";
import { resultJson } from "./result-json.ts";
import { amount, solveProgress } from "./solve-progress.ts";

export interface SiteOptions extends Asked {
  readonly costs: string;
  readonly demand: string;
  readonly timeLimit?: number | undefined;
  readonly out?: string | undefined;
}

export async function site(options: SiteOptions): Promise<void> {
  await mustBeWritable(options.out);
  const signal = abortOnInterrupt();
  const named = await readInstance(options, signal);
  const problem = problemOf(options, named);
  const { instance, siteIds, demandIds } = named;
  say(
    `${siteIds.size} điểm · sites, ${demandIds.size} nơi cần · demand points, ${instance.costs.cost.length} cặp · pairs`,
  );

  const { solveInThread } = await import("@firecover/location-allocation/threads"); // faulty files need no solver
  const progress = solveProgress();
  const { timeLimit } = options;
  const answer = await solveInThread(instance, problem, {
    stopSignal: signal,
    onProgress: progress.onProgress,
    ...(timeLimit !== undefined && { timeLimitSeconds: timeLimit }),
  })
    .catch((error: unknown) => {
      throw error instanceof InstanceFault ? new InputFaults([error.message]) : error;
    })
    .finally(progress.end);
  if (signal.aborted && answer.status === "unknown") throw new Interrupted();
  for (const line of summaryOf(answer)) say(line);
  // a first Ctrl-C ended the solve; what was found is written all the same
  await writeLines(options.out, resultJson(answer, problem, named), new AbortController().signal);
}

function* summaryOf({ status, objective, bound, gap, sites, seconds, infeasibility }: Answer) {
  const time = `${seconds.toFixed(2)} s`;
  if (status === "optimal")
    yield `Tối ưu, đã chứng minh · proven optimal: ${amount(objective!)}, ${sites.length} điểm · sites, ${time}`;
  else if (status === "feasible") {
    const open = gap === null ? "" : `, hở · gap ${(100 * gap).toPrecision(3)} %`;
    const limit = bound === null ? "" : `, cận · bound ${amount(bound)}`;
    yield `Tốt nhất đến lúc dừng · best so far: ${amount(objective!)}${limit}${open}, ${sites.length} điểm · sites, ${time}`;
  } else if (status === "unknown") yield `Hết giờ, chưa có phương án nào · no choice found in time, ${time}`;
  else yield "Không có phương án nào giữ được mọi điều kiện · infeasible: no choice keeps every rule";
  if (infeasibility === null) return;
  const { unreachable, smallestMaxCost, rule } = infeasibility;
  if (rule !== null) yield `Điều kiện mâu thuẫn · rules in conflict: ${rule}`;
  if (unreachable.length > 0)
    yield `${unreachable.length} nơi không điểm nào tới được · demand points that no site reaches`;
  if (smallestMaxCost !== null)
    yield `Ngưỡng nhỏ nhất có lời giải · smallest --max-cost with an answer: ${amount(smallestMaxCost)}`;
}
