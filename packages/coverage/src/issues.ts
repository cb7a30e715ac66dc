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
  const { communes, stations, network } = input;
  const communeCodes = new Set<string>(communes.map(({ code }) => code));
  const withCells = new Set<string>(input.cells.map(({ communeCode }) => communeCode));
  const isOff = (approaches: Approaches) => (_: unknown, i: number) =>
    Number.isNaN(approaches.snapMetres[i]!);

  const issues: CoverageIssue[] = [];
  const add = (code: CoverageIssue["code"], severity: CoverageIssue["severity"], ids: readonly string[]) => {
    if (ids.length > 0) issues.push({ code, severity, count: ids.length, ids: ids.slice(0, mostIds) });
  };
  const addWhole = (code: CoverageIssue["code"], isSo: boolean) => {
    if (isSo) issues.push({ code, severity: "error", count: 1, ids: [] });
  };
  addWhole("no-roads", network.edgeCount === 0);
  addWhole("no-stations", stations.length === 0);
  addWhole("no-population", input.cells.length === 0);
  const off = stationsOffNetwork.map((j) => stations[j]!.id);
  add("station-off-network", "error", off);
  add(
    "premises-off-network",
    "warning",
    input.premises.filter(isOff(premises)).map(({ id }) => id),
  );
  add(
    "cell-off-network",
    "warning",
    input.cells.filter(isOff(cells)).map(({ h3 }) => h3),
  );
  add(
    "water-source-off-network",
    "warning",
    input.waterSources.filter(isOff(waterSources)).map(({ id }) => id),
  );
  const outside = input.premises.filter(
    ({ communeCode }) => communeCode === null || !communeCodes.has(communeCode),
  );
  add(
    "premises-outside-communes",
    "warning",
    outside.map(({ id }) => id),
  );
  add(
    "commune-without-population",
    "warning",
    communes.filter((c) => c.population === null).map((c) => c.code),
  );
  const empty = communes.filter((c) => (c.population ?? 0) > 0 && !withCells.has(c.code));
  add(
    "commune-without-cells",
    "warning",
    empty.map((c) => c.code),
  );
  return issues;
}
