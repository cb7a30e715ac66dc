/** Faults of the inputs that a planner can mend, found on the way to a result. */
import type { CoverageIssue } from "@firecover/domain";
import type { Approaches } from "./approach.ts";
import type { CoverageInput } from "./coverage-input.ts";

const mostIds = 100;

export function coverageIssues(
  input: CoverageInput,
  premises: Approaches,
  cells: Approaches,
  waterSources: Approaches,
  stationsOffNetwork: readonly number[],
): CoverageIssue[] {
  const { stations } = input;
  const off = stationsOffNetwork.map((j) => stations[j]!.id);
  return createIssueList(input, premises, cells)(stations.length, off, input.waterSources, waterSources);
}

/** Issues for stations and sources that change while the places stay: what hangs on the places is found once. */
export type IssueList = (
  stationCount: number,
  stationsOffNetwork: readonly string[],
  waterSources: CoverageInput["waterSources"],
  waterApproaches: Approaches,
) => CoverageIssue[];

export function createIssueList(input: CoverageInput, premises: Approaches, cells: Approaches): IssueList {
  const { communes, network } = input;
  const communeCodes = new Set<string>(communes.map(({ code }) => code));
  const withCells = new Set<string>(input.cells.map(({ communeCode }) => communeCode));
  const isOff = (approaches: Approaches) => (_: unknown, i: number) =>
    Number.isNaN(approaches.snapMetres[i]!);
  const premisesOff = input.premises.filter(isOff(premises)).map(({ id }) => id);
  const cellsOff = input.cells.filter(isOff(cells)).map(({ h3 }) => h3);
  const outside = input.premises
    .filter(({ communeCode }) => communeCode === null || !communeCodes.has(communeCode))
    .map(({ id }) => id);
  const unpeopled = communes.filter((c) => c.population === null).map((c) => c.code);
  const empty = communes.filter((c) => (c.population ?? 0) > 0 && !withCells.has(c.code)).map((c) => c.code);

  return (stationCount, stationsOffNetwork, waterSources, waterApproaches) => {
    const issues: CoverageIssue[] = [];
    const add = (
      code: CoverageIssue["code"],
      severity: CoverageIssue["severity"],
      ids: readonly string[],
    ) => {
      if (ids.length > 0) issues.push({ code, severity, count: ids.length, ids: ids.slice(0, mostIds) });
    };
    const addWhole = (code: CoverageIssue["code"], isSo: boolean) => {
      if (isSo) issues.push({ code, severity: "error", count: 1, ids: [] });
    };
    addWhole("no-roads", network.edgeCount === 0);
    addWhole("no-stations", stationCount === 0);
    addWhole("no-population", input.cells.length === 0);
    add("station-off-network", "error", stationsOffNetwork);
    add("premises-off-network", "warning", premisesOff);
    add("cell-off-network", "warning", cellsOff);
    const sourcesOff = waterSources.filter(isOff(waterApproaches)).map(({ id }) => id);
    add("water-source-off-network", "warning", sourcesOff);
    add("premises-outside-communes", "warning", outside);
    add("commune-without-population", "warning", unpeopled);
    add("commune-without-cells", "warning", empty);
    return issues;
  };
}
