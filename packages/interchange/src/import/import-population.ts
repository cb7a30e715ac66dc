/** Population: totals by commune, or people counted at points; the columns tell which. */
import { codeNames, populationNames } from "../communes/commune-columns.ts";
import { createCommuneSums } from "../communes/controls.ts";
import {
  compareAreas,
  hasLostDigits,
  kindOfName,
  lostDigitsSuggestion,
  remarkOnFew,
} from "../communes/plausibility.ts";
import { type IssueList, text } from "../issues.ts";
import { readCommuneCode } from "../layers/common-columns.ts";
import { populationPointsLayer } from "../layers/population-points.ts";
import { missingValue } from "../table/cell-faults.ts";
import { type Cells, createCells } from "../table/cells.ts";
import { type Column, findColumns } from "../table/columns.ts";
import { normalised } from "../table/normalise.ts";
import type { RowSource } from "../table/row-source.ts";
import { addCounts, addRejected, countsOf, type ImportContext, type PreparedImport } from "./context.ts";
import { noRows, openRows, prepareTable } from "./import-table.ts";

const totalsColumns: readonly Column[] = [
  { field: "code", names: codeNames, isRequired: true },
  { field: "population", names: [...populationNames, "people", "nhân khẩu", "số người"], isRequired: true },
  { field: "name", names: ["tên xã", "tên", "commune", "fullName", "xã", "xã phường"] },
  { field: "provinceCode", names: ["mã tỉnh", "province_code"] },
  { field: "provinceName", names: ["tỉnh", "tên tỉnh", "province"] },
  { field: "areaKm2", names: ["diện tích", "area_km2"] },
  { field: "areaRaw", names: ["area_raw", "diện tích công bố"] },
  { field: "formerUnits", names: ["former_units", "đơn vị cũ"] },
];

export async function preparePopulation(context: ImportContext): Promise<PreparedImport> {
  const source = await openRows(context);
  return isTotals(source)
    ? prepareTotals(source, context)
    : prepareTable(populationPointsLayer, source, context);
}

/** A commune code makes totals, unless every row also has a place of its own. */
function isTotals({ headers }: RowSource): boolean {
  const words = new Set(headers.map(normalised));
  const hasCode = ["code", ...codeNames].some((name) => words.has(normalised(name)));
  const hasPlace = ["lon", "kinh độ", "longitude"].some((name) => words.has(normalised(name)));
  return hasCode && !hasPlace;
}

interface TotalRow {
  code: string;
  population: number;
  row: number;
}

function prepareTotals(source: RowSource, context: ImportContext): PreparedImport {
  const indexOfField = findColumns(source.headers, totalsColumns, context.issues, context.format === "table");
  return async (store) => {
    const totals: TotalRow[] = [];
    const sums = createCommuneSums();
    const rowOfCode = new Map<string, number>();
    let rowCount = 0;
    for await (const row of source.rows) {
      context.throwIfCancelled();
      rowCount++;
      const cells = createCells(row, source.headers, indexOfField, context.issues);
      const total = readTotal(cells, rowOfCode);
      sums.add(cells.text("provinceCode")?.padStart(2, "0") ?? null, total?.population ?? null);
      if (total) totals.push(total);
      context.onProgress({ phase: "read", ...source.progress() });
    }
    if (rowCount === 0) throw noRows();
    const counts = countsOf(context.layers, "communes");
    addRejected(counts, rowCount - totals.length);
    const { counts: written, unknown } = await store.setCommunePopulations(
      totals.map(({ code, population }) => ({ code, population })),
    );
    const unknownCodes = new Set(unknown);
    // The store counts the rows whose commune it knows; the others are told here.
    addCounts(counts, { ...written, read: totals.length - unknownCodes.size, rejected: 0 });
    addRejected(counts, unknownCodes.size);
    for (const total of totals) if (unknownCodes.has(total.code)) refuseUnknown(total, context.issues);
    context.controls.push(...sums.compare(context.provinceTotals, context.issues));
  };
}

function readTotal(cells: Cells, rowOfCode: Map<string, number>): TotalRow | null {
  if (cells.text("code") === null) cells.reject(missingValue("code"));
  const code = readCommuneCode(cells, "code");
  cells.recordId = code;
  const kind = kindOfName(cells.text("name") ?? "");
  const population = cells.integer("population", { min: 0, max: 20_000_000 });
  if (cells.text("population") === null) cells.reject(missingValue("population"));
  if (population !== null && hasLostDigits(population, kind)) {
    cells.reject({
      code: "lost-digits",
      field: "population",
      reason: text(
        `Dân số ${population} quá nhỏ đối với một xã, phường: số liệu bị mất chữ số.`,
        `${population} residents are too few for a commune or ward: digits were lost.`,
      ),
      suggestion: lostDigitsSuggestion(population),
    });
  } else if (population !== null) remarkOnFew(cells, "population", population);
  const measured = cells.decimal("areaKm2", { isPositive: true });
  if (measured !== null)
    compareAreas(cells, "areaRaw", cells.decimal("areaRaw", { isPositive: true }), measured);
  const before = code === null ? undefined : rowOfCode.get(code);
  if (code !== null && before !== undefined) {
    cells.reject({
      code: "duplicate-id",
      field: "code",
      reason: text(
        `Mã xã ${code} đã có ở dòng ${before}.`,
        `The commune code ${code} already stands in row ${before}.`,
      ),
    });
  } else if (code !== null) rowOfCode.set(code, cells.row);
  return code !== null && population !== null && !cells.isFaulty
    ? { code, population, row: cells.row }
    : null;
}

function refuseUnknown({ code, row }: TotalRow, issues: IssueList): void {
  issues.add({
    code: "unknown-value",
    severity: "error",
    row,
    recordId: code,
    field: "code",
    value: code,
    reason: text(`Chưa có xã mang mã ${code}.`, `No commune with code ${code} is stored.`),
    suggestion: text("Nhập ranh giới xã trước.", "Import the communes first."),
  });
}
