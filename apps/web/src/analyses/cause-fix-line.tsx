/** Under a cause: the works that close most of its gaps and what they cost, "lắp 31 trụ, sửa 58 trụ: 7,4 tỷ đồng, 684 cơ sở". */
import type { Certainty, GapCause } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { moneyWords } from "./columns.ts";
import { countedWorks } from "./fix-words.ts";
import { useAnalysis } from "./use-analysis.ts";

interface Props {
  runId: string;
  certainty: Certainty;
  cause: GapCause;
  /** Null = the whole area. */
  communeCode: string | null;
  /** The works are reckoned at the standard's own threshold: at another the line on time would not fit. */
  isStandardThreshold: boolean;
}

export default function CauseFixLine({ runId, certainty, cause, communeCode, isStandardThreshold }: Props) {
  const text = useText();
  const { t, format } = text;
  const { data } = useAnalysis(runId, "fixes", { certainty, sums: "true" });
  if (!data || (cause === "time" && !isStandardThreshold)) return null;
  const place =
    communeCode === null ? data.total : data.communes.find((one) => one.communeCode === communeCode);
  const sum = place?.causes.find((one) => one.cause === cause);
  if (!sum || sum.works.length === 0) return null;
  const [first, second, ...others] = sum.works.toSorted((a, b) => b.count - a.count);
  const rest = others.reduce((count, work) => count + work.count, 0);
  const works = [
    ...[first, second].flatMap((work) => (work ? [countedWorks(work.kind, work.count, text)] : [])),
    ...(rest > 0 ? [t("analysis.fixes.otherWorks", { count: format.count(rest) })] : []),
  ].join(", ");
  const words = t("analysis.fixes.sum", {
    works,
    cost: moneyWords(sum.costMillionDong, text),
    premises: format.count(sum.premisesFreed),
  });
  return <p className="caption cause-fix">{words.charAt(0).toLocaleUpperCase() + words.slice(1)}</p>;
}
