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
}

export default function CauseFixLine({ runId, certainty, cause, communeCode }: Props) {
  const text = useText();
  const { t, format } = text;
  const { data } = useAnalysis(runId, "fixes", { certainty, sums: "true" });
  if (!data) return null;
  const place =
    communeCode === null ? data.total : data.communes.find((one) => one.communeCode === communeCode);
  const sum = place?.causes.find((one) => one.cause === cause);
  if (!sum || sum.works.length === 0) return null;
  const works = sum.works
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ kind, count }) => countedWorks(kind, count, text))
    .join(", ");
  const words = t("analysis.fixes.sum", {
    works,
    cost: moneyWords(sum.costMillionDong, text),
    premises: format.count(sum.premisesFreed),
  });
  return <p className="caption cause-fix">{words.charAt(0).toLocaleUpperCase() + words.slice(1)}</p>;
}
