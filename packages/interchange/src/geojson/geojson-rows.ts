/** GeoJSON features as rows of a table: properties are the columns, the point gives longitude and latitude. */
import type { RowSource, SourceRow } from "../table/row-source.ts";
import { pointOf } from "./geometry.ts";
import { isObject, type RawFeature } from "./read-geojson.ts";

export function featureRows(features: readonly RawFeature[]): RowSource {
  const keys = new Set<string>();
  for (const { properties } of features) for (const key of Object.keys(properties)) keys.add(key);
  // The feature's own id and place come first: they win over properties of the same meaning.
  const hasIds = features.some(({ id }) => id !== null) && !keys.has("id");
  const headers = ["lon", "lat", ...(hasIds ? ["id"] : []), ...keys];
  const properties = [...keys];
  let done = 0;

  function* rows(): Generator<SourceRow, void, undefined> {
    for (const feature of features) {
      done++;
      const point = pointOf(feature.geometry);
      const own = hasIds ? [feature.id ?? ""] : [];
      yield {
        row: feature.row,
        cells: [
          point ? String(point[0]) : "",
          point ? String(point[1]) : "",
          ...own,
          ...properties.map((key) => cellText(feature.properties[key])),
        ],
        surplusCount: 0,
        geometry: feature.geometry,
      };
    }
  }
  return { headers, rows: rows(), progress: () => ({ done, total: features.length }) };
}

/** Lists of vehicles and the like are written the way a CSV writes them: `engine:2;tanker:1`. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellText).join(";");
  if (isObject(value)) return Object.values(value).map(cellText).join(":");
  return String(value);
}
