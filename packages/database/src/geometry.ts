/** Geometry columns and the few PostGIS functions used on them, in SQL's own words. */
import type { BoundingBox, LineStringGeometry, MultiPolygonGeometry, PointGeometry } from "@firecover/domain";
import { type ColumnType, type Expression, sql } from "kysely";
import { fromEwkbHex, type StoredGeometry, toEwkbHex } from "./ewkb.ts";

declare const opaque: unique symbol;

/** A PostGIS geometry in WGS 84; opaque, so that it cannot be taken for GeoJSON by accident. */
export interface Geometry<Shape extends StoredGeometry = StoredGeometry> {
  readonly [opaque]: Shape;
}
export type PointColumn = GeometryColumn<PointGeometry>;
export type LineStringColumn = GeometryColumn<LineStringGeometry>;
export type MultiPolygonColumn = GeometryColumn<MultiPolygonGeometry>;
export type AnyGeometryColumn = GeometryColumn<StoredGeometry>;
type GeometryColumn<Shape extends StoredGeometry> = ColumnType<
  Geometry<Shape>,
  Expression<Geometry<Shape>>,
  Expression<Geometry<Shape>>
>;

/** The text of a stored geometry, to be read by `geoJsonOf`. */
export type GeometryText<Shape extends StoredGeometry> = string & { readonly [opaque]: Shape };

export const fromGeoJson = <Shape extends StoredGeometry>(geometry: Shape) =>
  sql<Geometry<Shape>>`${toEwkbHex(geometry)}::geometry`;

/** Selects a geometry as text without loss; `geoJsonOf` turns the text into GeoJSON. */
export const asText = <Shape extends StoredGeometry>(geometry: Expression<Geometry<Shape>>) =>
  sql<GeometryText<Shape>>`${geometry}::text`;

export const geoJsonOf = <Shape extends StoredGeometry>(text: GeometryText<Shape>): Shape =>
  fromEwkbHex(text) as Shape;

/** Index-assisted: true where the geometry's box meets the given one. */
export const meetsBox = (geometry: Expression<Geometry>, [west, south, east, north]: BoundingBox) =>
  sql<boolean>`${geometry} && st_makeenvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`;

/** Index-assisted: true where every point of `inner` lies in `outer`, its border included. */
export const covers = (outer: Expression<Geometry>, inner: Expression<Geometry>) =>
  sql<boolean>`st_covers(${outer}, ${inner})`;

/** True where two geometries lie within `metres` of each other on the spheroid. */
export const within = (a: Expression<Geometry>, b: Expression<Geometry>, metres: number) =>
  sql<boolean>`st_dwithin(${a}::geography, ${b}::geography, ${metres}::float8)`;
