/** GeoJSON geometry in WGS 84, longitude before latitude, as every border of firecover speaks it. */
import { z } from "zod";

/** `[longitude, latitude]` in degrees. */
export const LonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type LonLat = z.infer<typeof LonLat>;

/** `[west, south, east, north]` in degrees. */
export const BoundingBox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type BoundingBox = z.infer<typeof BoundingBox>;

export const PointGeometry = z.object({ type: z.literal("Point"), coordinates: LonLat });
export type PointGeometry = z.infer<typeof PointGeometry>;

export const LineStringGeometry = z.object({
  type: z.literal("LineString"),
  coordinates: z.array(LonLat).min(2),
});
export type LineStringGeometry = z.infer<typeof LineStringGeometry>;

export const MultiLineStringGeometry = z.object({
  type: z.literal("MultiLineString"),
  coordinates: z.array(z.array(LonLat).min(2)),
});
export type MultiLineStringGeometry = z.infer<typeof MultiLineStringGeometry>;

const LinearRing = z.array(LonLat).min(4);

export const MultiPolygonGeometry = z.object({
  type: z.literal("MultiPolygon"),
  coordinates: z.array(z.array(LinearRing).min(1)).min(1),
});
export type MultiPolygonGeometry = z.infer<typeof MultiPolygonGeometry>;
