/** A siting run in lines for people, and its chosen sites as a table. */
import type { CandidateSite, SitingAnswer, SitingPhase, SitingRun } from "@firecover/domain";
import type { Table } from "../csv.ts";
import { say } from "../say.ts";

const phaseWords: Readonly<Record<SitingPhase, string>> = {
  data: "Dữ liệu · data",
  times: "Thời gian · times",
  search: "Tìm · search",
  prove: "Chứng minh · proof",
  robustness: "Độ vững · robustness",
};
const whole = new Intl.NumberFormat("vi", { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat("vi", { style: "percent", maximumFractionDigits: 2 });

/** One line redrawn on a terminal; each phase once on a pipe. */
export function sitingProgress() {
  const isTerminal = process.stderr.isTTY === true;
  let phase: SitingPhase | "" = "";
  let drawnAt = 0;
  return {
    onChange({ state, progress }: SitingRun): void {
      if (state !== "running") return;
      const isNew = progress.phase !== phase;
      const now = Date.now();
      if (!isNew && (!isTerminal || now - drawnAt < 100)) return;
      phase = progress.phase;
      drawnAt = now;
      if (!isTerminal) {
        say(`${phaseWords[phase]} …`);
        return;
      }
      const last = progress.steps.at(-1);
      const parts = [phaseWords[phase], `${progress.seconds.toFixed(1)} s`];
      if (phase === "robustness") parts.push(`${progress.trialsDone}/${progress.trials}`);
      else if (last?.incumbent != null) parts.push(`tốt nhất · best ${whole.format(last.incumbent)}`);
      if (phase !== "robustness" && last?.bound != null)
        parts.push(`cận · bound ${whole.format(last.bound)}`);
      process.stderr.write(`\r\x1b[K${parts.join(" · ")}`);
    },
    end(): void {
      if (isTerminal && phase !== "") process.stderr.write("\r\x1b[K");
      phase = "";
    },
  };
}

export function* sitingSummary({ answer, isSynthetic, stampHash }: SitingRun): Generator<string> {
  if (isSynthetic) yield "Số liệu minh họa, không có thật · synthetic data";
  if (!answer) return;
  const { best, today, status, gap } = answer;
  if (best === null) {
    if (status !== "infeasible") return yield "Hết giờ, chưa có phương án nào · no choice found in time";
    yield "Không có phương án nào giữ được mọi điều kiện · infeasible: no choice keeps every rule";
    yield* reasonsOf(answer);
    return;
  }
  const proof =
    status === "optimal"
      ? "tối ưu, đã chứng minh · proven optimal"
      : `tốt nhất đến lúc dừng, hở · best so far, gap ${gap === null ? "?" : percent.format(gap)}`;
  yield `${best.siteIds.length} vị trí · sites: ${best.siteIds.join(", ") || "—"} — ${proof}, ${answer.seconds.toFixed(1)} s`;
  const minutes = whole.format(answer.thresholdMinutes);
  yield `Trong ${minutes} phút · within ${minutes} min: ${percent.format(today.coveredShare)} → ${percent.format(best.coveredShare)}` +
    ` (+${whole.format(best.addedWeight)}), ${whole.format(best.costMillionDong)} triệu đồng · million đồng`;
  const others = `${answer.runnersUp.length}${answer.areAllRunnersUp ? "" : "+"}`;
  yield `Phương án kém không quá 1 % · other choices within 1 %: ${others}`;
  if (stampHash) yield `Dấu kết quả · stamp ${stampHash.slice(0, 8)}`;
}

function* reasonsOf({ infeasibility }: SitingAnswer): Generator<string> {
  if (infeasibility === null) return;
  const { rule, unreachablePlaces, smallestThresholdMinutes } = infeasibility;
  if (rule !== null) yield `Điều kiện mâu thuẫn · rules in conflict: ${rule}`;
  if (unreachablePlaces > 0)
    yield `${whole.format(unreachablePlaces)} nơi không vị trí nào tới kịp · places that no site reaches in time`;
  if (smallestThresholdMinutes !== null)
    yield `Ngưỡng nhỏ nhất · smallest threshold: ${whole.format(smallestThresholdMinutes)} phút · min`;
}

/** Chosen sites in the order of the answer, with what each is worth. */
export function sitingTable({ answer }: SitingRun, candidates: readonly CandidateSite[]): Table {
  const shares = new Map(answer?.sites.map((share) => [share.siteId, share]));
  const known = new Map(candidates.map((site) => [site.id, site]));
  const yearOf = new Map(
    answer?.years.flatMap(({ year, siteIds }) => siteIds.map((id) => [id, year] as const)),
  );
  return {
    columns: ["site", "name", "lon", "lat", "commune", "year", "alone", "last", "kept_share"],
    rows: (answer?.best?.siteIds ?? []).map((id) => {
      const site = known.get(id);
      const share = shares.get(id);
      return {
        site: id,
        name: site?.name ?? null,
        lon: site?.location[0] ?? null,
        lat: site?.location[1] ?? null,
        commune: site?.communeCode ?? null,
        year: yearOf.get(id) ?? null,
        alone: share?.alone ?? null,
        last: share?.last ?? null,
        kept_share: share?.keptShare ?? null,
      };
    }),
  };
}
