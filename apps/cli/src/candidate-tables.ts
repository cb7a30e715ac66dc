/** Places for stations as files: a row or a feature each, in words that the import reads back. */
import type { AssessedSite, SiteConditionName } from "@firecover/domain";
import type { Cell, Table } from "./csv.ts";

/** The place's own fields, its verdict, then verdict and measure of every condition and what it was measured at. */
export function candidateTable(
  all: readonly AssessedSite[],
  conditions: readonly SiteConditionName[],
): Table {
  const columns = [
    ...Object.keys(fieldsOf(undefined)),
    "verdict",
    ...conditions.flatMap((name) => [`${name}`, `${name} measured`, `${name} at`]),
  ];
  const rows = all.map(({ site, verdict, conditions: lines }): Record<string, Cell> => {
    const row: Record<string, Cell> = { ...fieldsOf(site), verdict };
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
    isSynthetic: site?.isSynthetic ?? null,
  };
}
