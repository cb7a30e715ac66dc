/** The table on screen as a CSV file that says what it was computed from. */
import type { CoverageRun } from "@firecover/domain";
import { csvText } from "@firecover/domain";
import { shortHash } from "../frame/short-hash.ts";
import type { Text } from "../i18n/use-text.ts";
import { saveText } from "../state/save-text.ts";
import type { TableView } from "./tables.tsx";

export function saveTable(
  { name, heads, csvRows }: Pick<TableView, "name" | "heads" | "csvRows">,
  { stamp }: CoverageRun,
  minutes: number,
  isSynthetic: boolean,
  { t, format }: Text,
): void {
  const facts = [
    t("coverage.csvStamp", { hash: shortHash(stamp.hash), date: format.date(stamp.computedAt) }),
    t("coverage.thresholdOf", { minutes }),
    ...(isSynthetic || stamp.isSynthetic ? [t("stamp.synthetic")] : []),
  ];
  // The facts stand below the rows: a first line that is not the heads confuses every reader of CSV.
  const rows = [...csvRows(), [], ...facts.map((fact) => [fact])];
  saveText(`firecover-${name}-${minutes}.csv`, "text/csv;charset=utf-8", csvText(heads, rows));
}
