/** One analysis under the map: its answer in a sentence, then its rows; a row shows its place. */
import { Download } from "lucide-react";
import { useMemo } from "react";
import { ApiError } from "../api/http.ts";
import { useProject } from "../api/project.ts";
import { communeBounds, viewOf } from "../coverage/commune-places.ts";
import { saveTable } from "../coverage/save-table.ts";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useText } from "../i18n/use-text.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Button } from "../ui/button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { ErrorState, Skeleton, Spinner } from "../ui/states.tsx";
import { formatSort, parseSort, sortRows } from "../ui/table-columns.ts";
import { OutdatedAnswer } from "../why/outdated-answer.tsx";
import { AnalysisExtras } from "./analysis-extras.tsx";
import type { AnalysisTable } from "./analysis-table.ts";
import { boundsOf, withMargin } from "./bounds-of.ts";
import { ChosenRow } from "./chosen-row.tsx";
import { MixedWorksQuestion } from "./mixed-works-question.tsx";
import type { AnalysisName } from "./names.ts";
import { useAnalysisTable } from "./use-analysis-table.ts";
import "./analysis-panel.css";

/** Analyses whose sentence speaks of the chosen commune; the others speak of the whole province. */
const tellsOfCommune: ReadonlySet<AnalysisName> = new Set(["fixes", "speed-interval"]);

interface Props {
  data: CoverageData;
  name: AnalysisName;
  minutes: number;
}

export default function AnalysisPanel(props: Props) {
  if (props.name !== "mixed-works") return <AnalysisAnswer {...props} />;
  return (
    <div className="analysis mixed">
      <MixedWorksQuestion />
      <AnalysisAnswer {...props} />
    </div>
  );
}

function AnalysisAnswer({ data, name, minutes }: Props) {
  const text = useText();
  const { t } = text;
  const { data: project } = useProject();
  const { commune } = useCoverageSearch();
  const { table, answer, error, retry } = useAnalysisTable(data, name, minutes);
  const save = ({ columns, rows }: AnalysisTable) => {
    const heads = columns.map(({ head, csvHead }) => csvHead ?? head);
    const csvRows = () => rows.map((row) => columns.map((column) => String(column.csv(row) ?? "")));
    saveTable({ name, heads, csvRows }, data.run, minutes, project?.isSynthetic ?? false, text);
  };
  if (error instanceof ApiError && error.status === 409) return <OutdatedAnswer />;
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
        <p>
          {commune !== undefined && !tellsOfCommune.has(name) && <b>{t("analysis.wholeProvince")} </b>}
          {table.sentence} <ListedRows table={table} />
        </p>
        <Button look="quiet" isCompact onPress={() => save(table)}>
          <Download size={16} strokeWidth={1.7} aria-hidden />
          {t("action.downloadCsv")}
        </Button>
        <AnalysisExtras data={data} name={name} answer={answer} table={table} />
        <a href={`/docs/methodology/${table.methodology}`} target="_blank" rel="noreferrer">
          {t("analysis.howComputed")}
        </a>
      </header>
      <Chosen table={table} />
      <Rows data={data} name={name} table={table} />
    </div>
  );
}

/** How many of all rows the table lists, where it does not list all. */
function ListedRows({ table: { rows, rowsInAll } }: { table: AnalysisTable }) {
  const { t, format } = useText();
  if (rowsInAll === undefined || rowsInAll <= rows.length) return null;
  return (
    <span className="caption">
      {t("analysis.listed", { count: format.count(rows.length), all: format.count(rowsInAll) })}
    </span>
  );
}

function Chosen({ table }: { table: AnalysisTable }) {
  const { row: key } = useCoverageSearch();
  const row = key === undefined ? undefined : table.rows.find((one) => table.rowKey(one) === key);
  const detail = row === undefined ? undefined : table.detail?.(row);
  return detail ? <ChosenRow key={key} detail={detail} /> : null;
}

function Rows({ data, name, table }: Pick<Props, "data" | "name"> & { table: AnalysisTable }) {
  const { t } = useText();
  const { sort: sortText, row: chosen, commune } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const isPhone = useIsPhone();
  const rows = useMemo(() => sortRows(table.rows, table.columns, parseSort(sortText)), [table, sortText]);
  const placeOf = (row: unknown, code: string | undefined) => {
    const mark = table.mark(row);
    if (mark) return boundsOf(mark.geometry);
    return code === undefined
      ? null
      : communeBounds(
          data.result,
          data.subjects.communes.findIndex((one) => one.code === code),
        );
  };
  const open = (row: unknown) => {
    const premisesId = table.premisesId?.(row);
    const code = table.communeCode?.(row);
    const bounds = placeOf(row, code);
    setSearch(
      {
        row: table.rowKey(row),
        // On a phone the map is another view, and the sheet over it makes room.
        ...(bounds && { at: viewOf(withMargin(bounds)), view: undefined, ...(isPhone && { sheet: "low" }) }),
        ...(premisesId && { why: `premises:${premisesId}` }),
        ...(code && { commune: code }),
      },
      "push",
    );
  };
  const isChosen = (row: unknown) => {
    const code = table.communeCode?.(row);
    return code === undefined ? table.rowKey(row) === chosen : code === commune;
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
      isChosen={isChosen}
      empty={table.empty}
    />
  );
}
