/** The tables under the map: a strip of tabs, half open or full; the stop stands in the address. */
import { ChevronDown, ChevronUp, Download, Maximize2, X } from "lucide-react";
import { lazy, memo, Suspense } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { type AnalysisName, analysisNames, isAnalysis } from "../analyses/names.ts";
import { useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Select } from "../ui/select.tsx";
import { Skeleton } from "../ui/states.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { saveTable } from "./save-table.ts";
import { type TableName, useTables } from "./tables.tsx";
import type { CoverageData } from "./use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";
import type { CoverageNumbers } from "./use-numbers.ts";
import "./drawer.css";

const AnalysisPanel = lazy(() => import("../analyses/analysis-panel.tsx"));

const names: readonly TableName[] = ["premises", "communes", "areas"];

interface Props {
  data: CoverageData;
  numbers: CoverageNumbers;
  minutes: number;
  /** On a phone the table is a view of its own, without stops. */
  isWholeView?: boolean;
}

/** Left alone while a drag moves the numbers beside it. */
export const Drawer = memo(function Drawer({ data, numbers, minutes, isWholeView = false }: Props) {
  const text = useText();
  const { t, format } = text;
  const { table = "premises", drawer } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const { data: project } = useProject();
  const tables = useTables(data, numbers);
  const isOpen = isWholeView || drawer !== undefined;
  const analysis = isAnalysis(table) ? table : null;
  const shown = isAnalysis(table) ? null : tables[table];
  const open = (name: TableName | AnalysisName) =>
    setSearch({
      table: name === "premises" ? undefined : name,
      sort: undefined,
      row: undefined,
      ...(isWholeView || drawer ? {} : { drawer: "half" }),
    });
  const save = () => shown && saveTable(shown, data.run, minutes, project?.isSynthetic ?? false, text);
  return (
    <Tabs
      className={classNames("drawer", isWholeView ? "drawer-whole" : `drawer-${drawer ?? "folded"}`)}
      selectedKey={table}
      onSelectionChange={(key) => open(key as TableName)}
    >
      <div className="drawer-head">
        <TabList aria-label={t("coverage.drawer")} className="drawer-tabs">
          {names.map((name) => (
            <Tab key={name} id={name} className="drawer-tab">
              {t(`coverage.table.${name}`)}{" "}
              <span className="caption">{format.count(tables[name].count)}</span>
            </Tab>
          ))}
          {analysis && (
            <Tab key={analysis} id={analysis} className="visually-hidden">
              {t(`analysis.name.${analysis}`)}
            </Tab>
          )}
        </TabList>
        <div className={classNames("drawer-analysis", analysis && "drawer-analysis-chosen")}>
          <Select
            label={t("analysis.choose")}
            isLabelHidden
            look="quiet"
            value={analysis ?? ""}
            choices={[
              { value: "", label: t("analysis.choose") },
              ...analysisNames.map((name) => ({ value: name, label: t(`analysis.name.${name}`) })),
            ]}
            onChange={(name) => open(isAnalysis(name) ? name : "premises")}
          />
        </div>
        {isOpen && <FilterChips data={data} table={table} />}
        {isOpen && shown && (
          <Button look="quiet" isCompact onPress={save}>
            <Download size={16} strokeWidth={1.7} aria-hidden />
            {t("action.downloadCsv")}
          </Button>
        )}
        {!isWholeView && drawer === "half" && (
          <IconButton label={t("coverage.drawerFull")} onPress={() => setSearch({ drawer: "full" })}>
            <Maximize2 size={16} strokeWidth={1.7} />
          </IconButton>
        )}
        {!isWholeView && (
          <IconButton
            label={t(isOpen ? "coverage.drawerClose" : "coverage.drawerOpen")}
            onPress={() => setSearch({ drawer: isOpen ? undefined : "half" })}
          >
            {drawer === "full" ? (
              <X size={18} />
            ) : isOpen ? (
              <ChevronDown size={18} />
            ) : (
              <ChevronUp size={18} />
            )}
          </IconButton>
        )}
      </div>
      {names.map((name) => (
        <TabPanel key={name} id={name} className="drawer-body">
          {isOpen && tables[name].element}
        </TabPanel>
      ))}
      {analysis && (
        <TabPanel key={analysis} id={analysis} className="drawer-body">
          {isOpen && (
            <Suspense fallback={<Skeleton lines={6} height={28} />}>
              <AnalysisPanel key={analysis} data={data} name={analysis} minutes={minutes} />
            </Suspense>
          )}
        </TabPanel>
      )}
    </Tabs>
  );
});
