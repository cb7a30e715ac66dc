/** One analysis under the map: its answer in a sentence, then its rows; a row shows its place. */
import { Download } from "lucide-react";
import { useMemo } from "react";
import { useProject } from "../api/project.ts";
import { saveTable } from "../coverage/save-table.ts";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { ErrorState, Skeleton, Spinner } from "../ui/states.tsx";
import { formatSort, parseSort, sortRows } from "../ui/table-columns.ts";
import { AnalysisExtras } from "./analysis-extras.tsx";
import type { AnalysisTable } from "./analysis-table.ts";
import type { AnalysisName } from "./names.ts";
import { useAnalysisTable } from "./use-analysis-table.ts";
import "./analysis-panel.css";

interface Props {
  data: CoverageData;
  name: AnalysisName;
  minutes: number;
}

export default function AnalysisPanel({ data, name, minutes }: Props) {
  const text = useText();
  const { t } = text;
  const { data: project } = useProject();
  const { table, answer, error, retry } = useAnalysisTable(data, name, minutes);
  const save = ({ columns, rows }: AnalysisTable) => {
    const heads = columns.map(({ head, csvHead }) => csvHead ?? head);
    const csvRows = () => rows.map((row) => columns.map((column) => String(column.csv(row) ?? "")));
    saveTable({ name, heads, csvRows }, data.run, minutes, project?.isSynthetic ?? false, text);
  };
  if (error) return <ErrorState what={t(`analysis.name.${name}`)} error={error} onRetry={retry} />;
  if (!table)
    return (
      <div className="analysis-loading">
        <Spinner label={t("analysis.computing", { name: t(`analysis.name.${name}`) })} />
        <Skeleton lines={5} height={28} />
      </div>
    );
  return (
    <div className="analysis">
      <header className="analysis-head">
        <p>{table.sentence}</p>
        <Button look="quiet" isCompact onPress={() => save(table)}>
          <Download size={16} strokeWidth={1.7} aria-hidden />
          {t("action.downloadCsv")}
        </Button>
        <AnalysisExtras data={data} name={name} answer={answer} table={table} />
        <a href={`/docs/methodology/${table.methodology}`} target="_blank" rel="noreferrer">
          {t("analysis.howComputed")}
        </a>
      </header>
      <Rows name={name} table={table} />
    </div>
  );
}

function Rows({ name, table }: { name: AnalysisName; table: AnalysisTable }) {
  const { t } = useText();
  const { sort: sortText, row: chosen } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const rows = useMemo(() => sortRows(table.rows, table.columns, parseSort(sortText)), [table, sortText]);
  const open = (row: unknown) => {
    const at = table
      .mark(row)
      ?.at.map((degrees) => degrees.toFixed(5))
      .join();
    const premisesId = table.premisesId?.(row);
    const commune = table.communeCode?.(row);
    setSearch(
      {
        row: table.rowKey(row),
        view: undefined,
        ...(at && { at: `${at},15.50` }),
        ...(premisesId && { why: `premises:${premisesId}` }),
        ...(commune && { commune }),
      },
      "push",
    );
  };
  return (
    <DataTable
      label={t(`analysis.name.${name}`)}
      columns={table.columns}
      rows={rows}
      rowKey={table.rowKey}
      sort={parseSort(sortText)}
      onSort={(next) => setSearch({ sort: formatSort(next) })}
      onOpen={open}
      isChosen={(row) => table.rowKey(row) === chosen}
      empty={table.empty}
    />
  );
}
