/** The three files of a location problem to an instance: ids become indices in the order of the files. */
import {
  CANDIDATE,
  type CostMatrix,
  FORBIDDEN,
  type Instance,
  REQUIRED,
} from "@firecover/location-allocation";
import { amountOf, createFaults, type Faults, mustBeFaultless, type Row, readColumns } from "./columns.ts";
import { IdTable } from "./id-table.ts";
import { PairList } from "./pair-list.ts";

export interface InstanceFiles {
  readonly costs: string;
  readonly demand: string;
  readonly sites?: string | undefined;
}

export interface NamedInstance {
  readonly instance: Instance;
  readonly siteIds: IdTable;
  readonly demandIds: IdTable;
  /** In the order of the instance's groups. */
  readonly groupNames: readonly string[];
  /** Most weight that each site can serve; null = the file has no such column. */
  readonly capacity: Float64Array | null;
}

const statuses: Readonly<Record<string, number>> = {
  candidate: CANDIDATE,
  required: REQUIRED,
  forbidden: FORBIDDEN,
};

/** Throws with every fault of all files. */
export async function readInstance(files: InstanceFiles, signal: AbortSignal): Promise<NamedInstance> {
  const faults = createFaults();
  const sites = await readSites(files.sites, faults, signal);
  const demand = await readDemand(files.demand, faults, signal);
  const pairs = await readCosts(files.costs, sites, demand, faults, signal);
  mustBeFaultless(faults);
  const siteCount = sites.ids.size;
  const { status, price, capacity } = sites;
  return {
    instance: {
      costs: pairs,
      weight: Float64Array.from(demand.weight),
      sites: {
        status: files.sites === undefined ? new Uint8Array(siteCount) : Uint8Array.from(status),
        price: files.sites === undefined ? new Float64Array(siteCount).fill(1) : Float64Array.from(price),
        conflicts: [],
        groups: [...sites.groups.values()],
      },
    },
    siteIds: sites.ids,
    demandIds: demand.ids,
    groupNames: [...sites.groups.keys()],
    capacity: sites.hasCapacity ? Float64Array.from(capacity) : null,
  };
}

interface SiteTable {
  readonly path: string;
  readonly ids: IdTable;
  /** False = sites are known by costs.csv alone, or sites.csv could not be read. */
  isComplete: boolean;
  readonly status: number[];
  readonly price: number[];
  readonly capacity: number[];
  hasCapacity: boolean;
  readonly groups: Map<string, number[]>;
}

async function readSites(path: string | undefined, faults: Faults, signal: AbortSignal): Promise<SiteTable> {
  const table: SiteTable = {
    path: path ?? "",
    ids: new IdTable(),
    isComplete: false,
    status: [],
    price: [],
    capacity: [],
    hasCapacity: false,
    groups: new Map(),
  };
  if (path === undefined) return table;
  const rowOf: number[] = [];
  const [idAt, statusAt, priceAt, capacityAt, groupAt] = [0, 1, 2, 3, 4];
  const columns = { path, required: ["site", "status", "price"], optional: ["capacity", "group"] };
  const onRow = (row: Row) => {
    const { cells, at } = row;
    const j = newId(row, idAt, table.ids, rowOf);
    const text = cells.text(at[statusAt]!).trim().toLowerCase();
    const status = Object.hasOwn(statuses, text) ? statuses[text] : undefined;
    if (status === undefined)
      row.fault(statusAt, "cần candidate, required hoặc forbidden · expected one of these");
    const price = amountOf(row, priceAt);
    table.hasCapacity ||= at[capacityAt]! >= 0;
    const capacity = table.hasCapacity ? amountOf(row, capacityAt) : Number.NaN;
    if (j < 0) return;
    table.status[j] = status ?? CANDIDATE;
    table.price[j] = price;
    table.capacity[j] = capacity;
    const group = at[groupAt]! < 0 ? "" : cells.text(at[groupAt]!);
    if (group === "") return;
    const members = table.groups.get(group);
    if (members) members.push(j);
    else table.groups.set(group, [j]);
  };
  table.isComplete = await readColumns(columns, onRow, faults, signal);
  return table;
}

interface DemandTable {
  readonly path: string;
  readonly ids: IdTable;
  isComplete: boolean;
  readonly weight: number[];
}

async function readDemand(path: string, faults: Faults, signal: AbortSignal): Promise<DemandTable> {
  const table: DemandTable = { path, ids: new IdTable(), isComplete: false, weight: [] };
  const rowOf: number[] = [];
  const onRow = (row: Row) => {
    const i = newId(row, 0, table.ids, rowOf);
    const weight = amountOf(row, 1);
    if (i >= 0) table.weight[i] = weight;
  };
  table.isComplete = await readColumns({ path, required: ["demand", "weight"] }, onRow, faults, signal);
  return table;
}

/** -1 = empty or there before, which is told. */
function newId(row: Row, column: number, ids: IdTable, rowOf: number[]): number {
  const { cells, at } = row;
  const k = at[column]!;
  if (k >= cells.count || cells.start[k] === cells.end[k]) {
    row.fault(column, "trống · is empty");
    return -1;
  }
  const before = ids.size;
  const i = ids.add(cells.bytes, cells.start[k]!, cells.end[k]!);
  if (i < before) {
    row.fault(column, `đã có ở dòng ${rowOf[i]} · already in row ${rowOf[i]}`);
    return -1;
  }
  rowOf[i] = cells.row;
  return i;
}

async function readCosts(
  path: string,
  sites: SiteTable,
  demand: DemandTable,
  faults: Faults,
  signal: AbortSignal,
): Promise<CostMatrix> {
  const pairs = new PairList();
  const onRow = (row: Row) => {
    const j = sites.isComplete ? knownId(row, 0, sites.ids, sites.path) : anyId(row, 0, sites.ids);
    const i = demand.isComplete ? knownId(row, 1, demand.ids, demand.path) : anyId(row, 1, demand.ids);
    const cost = amountOf(row, 2);
    if (j >= 0 && i >= 0) pairs.push(j, i, cost, row.cells.row);
  };
  await readColumns({ path, required: ["site", "demand", "cost"] }, onRow, faults, signal);
  const { costs, repeats } = pairs.toMatrix(sites.ids.size, demand.ids.size);
  for (const { site, demand: i, row, before } of repeats) {
    const pair = JSON.stringify([sites.ids.text(site), demand.ids.text(i)]).slice(1, -1);
    faults.add(
      `${path}, dòng ${row}, cột site, demand: ${pair} đã có ở dòng ${before} · the pair is already in row ${before}`,
    );
  }
  return costs;
}

function knownId(row: Row, column: number, ids: IdTable, file: string): number {
  const { cells, at } = row;
  const k = at[column]!;
  const isThere = k < cells.count && cells.end[k]! > cells.start[k]!;
  const found = isThere ? ids.find(cells.bytes, cells.start[k]!, cells.end[k]!) : -1;
  if (!isThere) row.fault(column, "trống · is empty");
  else if (found < 0) row.fault(column, `không có trong · is not in ${file}`);
  return found;
}

function anyId(row: Row, column: number, ids: IdTable): number {
  const { cells, at } = row;
  const k = at[column]!;
  if (k < cells.count && cells.end[k]! > cells.start[k]!)
    return ids.add(cells.bytes, cells.start[k]!, cells.end[k]!);
  row.fault(column, "trống · is empty");
  return -1;
}
