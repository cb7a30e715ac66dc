/** What holds the flow at one premises until its water suffices: how many tankers, and how many come in time. */
import type { Certainty } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { useAnalysis } from "./use-analysis.ts";
import { remedyWords } from "./water-supply.ts";

interface Props {
  runId: string;
  premisesId: string;
  certainty: Certainty;
}

/** All rows are computed once and kept; one comes over the line. */
const everyRow = 20_000;

export default function TankerLine({ runId, premisesId, certainty }: Props) {
  const text = useText();
  const { data } = useAnalysis(runId, "water-supply", { certainty, limit: everyRow, premisesId });
  const row = data?.rows[0];
  if (!row) return null;
  const remedy = remedyWords(row, text);
  const missing = text.format.decimal(row.missingLps, 1);
  return (
    <p className="caption">
      {row.missingLps > 0
        ? text.t("why.water.untilThen", { missing, remedy })
        : text.t("why.water.flowSuffices", { remedy })}
      {row.shuttle &&
        ` ${text.t("why.water.refill", {
          refill: row.shuttle.refillName ?? row.shuttle.refillId,
          litres: text.format.count(row.shuttle.tankLitres),
        })}`}
    </p>
  );
}
