/** The filtered records as map features: points with their mark, lines for roads. */
import type { LonLat } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import type { Register } from "./register.ts";

export function recordFeatures<Row>(
  register: Register<Row>,
  records: readonly Row[],
  today: string,
  text: Text,
): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: records.flatMap((record) => {
      const geometry = register.geometryOf(record);
      if (!geometry) return [];
      const mark = register.markOf(record, today);
      const properties = {
        id: register.idOf(record),
        name: register.nameOf(record, text),
        icon: mark === null ? null : mark === "station" ? "station" : `record-${mark}`,
      };
      return [{ type: "Feature" as const, properties, geometry }];
    }),
  };
}

/** `[west, south, east, north]` around them; null for none. */
export function boundsOf(features: readonly GeoJSON.Feature[]): [number, number, number, number] | null {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { geometry } of features) {
    const points = geometry.type === "Point" ? [geometry.coordinates] : [];
    for (const [lon, lat] of geometry.type === "LineString" ? geometry.coordinates : points) {
      box[0] = Math.min(box[0], lon!);
      box[1] = Math.min(box[1], lat!);
      box[2] = Math.max(box[2], lon!);
      box[3] = Math.max(box[3], lat!);
    }
  }
  return Number.isFinite(box[0]) ? box : null;
}

export const pointOf = (location: LonLat): GeoJSON.Point => ({ type: "Point", coordinates: [...location] });
