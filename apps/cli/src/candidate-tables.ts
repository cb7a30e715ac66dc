/** Places for stations as files: a row or a feature each, in words that the import reads back. */
import type { AssessedSite, SiteConditionName } from "@firecover/domain";
import { wktOf } from "@firecover/interchange/outlines";
import type { Cell, Table } from "./csv.ts";

/** The place's own fields and outline, its verdict, then verdict and measure of every condition and where it was measured. */
export function candidateTable(
  all: readonly AssessedSite[],
  conditions: readonly SiteConditionName[],
): Table {
  const columns = [
    ...Object.keys(rowOf(undefined)),
    "verdict",
    ...conditions.flatMap((name) => [`${name}`, `${name} measured`, `${name} at`]),
  ];
  const rows = all.map(({ site, verdict, conditions: lines }): Record<string, Cell> => {
    const row: Record<string, Cell> = { ...rowOf(site), verdict };
    for (const line of lines) {
      row[line.condition] = line.verdict;
      row[`${line.condition} measured`] = line.measured;
      row[`${line.condition} at`] = line.subject;
    }
    return row;
  });
  return { columns, rows };
}

/** GeoJSON: outlines where plots are drawn, with the exit beside them, points elsewhere. */
export function candidateFeatures(all: readonly AssessedSite[]): unknown {
  return {
    type: "FeatureCollection",
    features: all.map(({ site, verdict, conditions }) => {
      const { lon, lat, ...fields } = fieldsOf(site);
      return {
        type: "Feature",
        id: site.id,
        geometry: site.geometry ?? { type: "Point", coordinates: site.location },
        properties: {
          ...fields,
          ...(site.geometry && { exitLon: lon, exitLat: lat }),
          verdict,
          conditions,
        },
      };
    }),
  };
}

/** Exits stand by themselves where an outline is drawn: it has a middle of its own. */
function rowOf(site: AssessedSite["site"] | undefined) {
  const { areaSquareMetres, priceMillionDong, ...fields } = fieldsOf(site);
  const outline = site?.geometry ?? null;
  return {
    ...fields,
    areaSquareMetres: ungrouped(areaSquareMetres),
    priceMillionDong: ungrouped(priceMillionDong),
    exitLon: outline && fields.lon,
    exitLat: outline && fields.lat,
    wkt: outline && wktOf(outline),
  };
}

/** `46.125` may be read as thousands, as Vietnamese tables write them; `46.1250` cannot. */
const ungrouped = (value: number | null): Cell =>
  value !== null && /^\d{1,3}\.\d{3}$/.test(String(value)) ? `${value}0` : value;

function fieldsOf(site: AssessedSite["site"] | undefined) {
  return {
    id: site?.id ?? null,
    name: site?.name ?? null,
    kind: site?.kind ?? null,
    lon: site?.location[0] ?? null,
    lat: site?.location[1] ?? null,
    areaSquareMetres: site?.areaSquareMetres ?? null,
    roadWidthMetres: site?.roadWidthMetres ?? null,
    slopePercent: site?.slopePercent ?? null,
    priceMillionDong: site?.priceMillionDong ?? null,
    communeCode: site?.communeCode ?? null,
    note: site?.note ?? null,
    source: site?.source ?? null,
    dataDate: site?.dataDate ?? null,
    isSynthetic: site?.isSynthetic ?? null,
  };
}
