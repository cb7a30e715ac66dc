/** A GeoJSON of communes into the store, held against the totals of their provinces. */
import type { Commune } from "@firecover/domain";
import { communeColumns } from "../communes/commune-columns.ts";
import { createCommuneSums, isProvinceFeature, totalsOfFeatures } from "../communes/controls.ts";
import { readCommune } from "../communes/read-communes.ts";
import { FileFault } from "../file-fault.ts";
import { featureRows } from "../geojson/geojson-rows.ts";
import { readGeoJson } from "../geojson/read-geojson.ts";
import { text } from "../issues.ts";
import { createCells } from "../table/cells.ts";
import { findColumns } from "../table/columns.ts";
import { addRejected, countsOf, type ImportContext, type PreparedImport } from "./context.ts";
import { writeLayer } from "./write-layer.ts";

export async function prepareCommunes(context: ImportContext): Promise<PreparedImport> {
  const features = await readGeoJson(context.path);
  const own = features.filter((feature) => !isProvinceFeature(feature));
  if (own.length === 0) throw noCommunes(features.length);
  const totals = new Map([...context.provinceTotals, ...totalsOfFeatures(features)]);
  const source = featureRows(own);
  const indexOfField = findColumns(source.headers, communeColumns, context.issues, false);

  const communes: Commune[] = [];
  const rowOfCode = new Map<string, number>();
  const sums = createCommuneSums();
  for await (const row of source.rows) {
    context.throwIfCancelled();
    const cells = createCells(row, source.headers, indexOfField, context.issues);
    const commune = readCommune(cells, context.origin);
    const before = commune && rowOfCode.get(commune.code);
    if (commune && before !== undefined && before !== null) {
      cells.reject({
        code: "duplicate-id",
        field: "code",
        reason: text(
          `Mã xã ${commune.code} đã có ở đối tượng ${before}.`,
          `The commune code ${commune.code} already stands at feature ${before}.`,
        ),
      });
    } else if (commune) {
      communes.push(commune);
      rowOfCode.set(commune.code, row.row);
      sums.add(commune.provinceCode, commune.population);
    }
    context.onProgress({ phase: "read", ...source.progress() });
  }
  addRejected(countsOf(context.layers, "communes"), own.length - communes.length);
  context.controls.push(...sums.compare(totals, context.issues));
  return (store) => writeLayer(store, "communes", communes, context);
}

const noCommunes = (provinceCount: number): FileFault =>
  new FileFault(
    "wrong-format",
    text(
      `Tệp có ${provinceCount} tỉnh, không có xã nào; tệp này chỉ dùng làm số đối chiếu.`,
      `The file holds ${provinceCount} provinces and no commune; it serves as a control only.`,
    ),
  );
