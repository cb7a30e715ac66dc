/** Land on which no station may stand: the river's flood plain at the city, the corridor of its dyke, a place of heritage. */
import type { ExclusionZone, ExclusionZoneId, MultiPolygonGeometry } from "@firecover/domain";
import { provenance } from "./provenance.ts";
import type { Terrain } from "./terrain.ts";
import { type Point, toLonLat } from "./valley-frame.ts";

export interface SketchZone {
  readonly name: string;
  readonly kind: ExclusionZone["kind"];
  /** Anticlockwise or not, without repeating the first corner. */
  readonly outline: readonly Point[];
  holds(point: Point, marginMetres?: number): boolean;
}

const fromU = -3400;
const toU = 4200;
const stepMetres = 150;
/** From the bank to the dyke, and the corridor on both sides of the dyke's crown. */
const floodPlainMetres = 260;
const corridorMetres = 50;

export function sketchZones({ riverV, riverHalfWidth }: Terrain): SketchZone[] {
  const bank = (u: number, side: 1 | -1) => riverV(u) + side * riverHalfWidth(u);
  const strip = (
    from: (u: number) => number,
    to: (u: number) => number,
  ): Omit<SketchZone, "name" | "kind"> => {
    const along = Array.from(
      { length: Math.floor((toU - fromU) / stepMetres) + 1 },
      (_, i) => fromU + i * stepMetres,
    );
    return {
      outline: [
        ...along.map((u) => ({ u, v: from(u) })),
        ...along.toReversed().map((u) => ({ u, v: to(u) })),
      ],
      holds: ({ u, v }, margin = 0) =>
        u > fromU - margin && u < toU + margin && v > from(u) - margin && v < to(u) + margin,
    };
  };
  const heritage = { u: -1500, v: riverV(-1500) + 2250 };
  const radius = 210;
  return [
    {
      name: "Vùng ngập ven sông Thao, đoạn qua thành phố",
      kind: "flood",
      ...strip(
        (u) => bank(u, -1) - floodPlainMetres,
        (u) => bank(u, 1) + floodPlainMetres,
      ),
    },
    {
      name: "Hành lang bảo vệ đê tả Thao",
      kind: "forbidden",
      ...strip(
        (u) => bank(u, 1) + floodPlainMetres,
        (u) => bank(u, 1) + floodPlainMetres + 2 * corridorMetres,
      ),
    },
    {
      name: "Khu di tích Đền Quế",
      kind: "forbidden",
      outline: Array.from({ length: 12 }, (_, i) => ({
        u: heritage.u + radius * Math.cos((i * Math.PI) / 6),
        v: heritage.v + radius * Math.sin((i * Math.PI) / 6),
      })),
      holds: ({ u, v }, margin = 0) => Math.hypot(u - heritage.u, v - heritage.v) < radius + margin,
    },
  ];
}

export function zoneRecords(zones: readonly SketchZone[]): ExclusionZone[] {
  return zones.map(({ name, kind, outline }, i) => ({
    id: `VC-99-${String(i + 1).padStart(2, "0")}` as ExclusionZoneId,
    name,
    kind,
    geometry: surfaceOf(outline),
    ...provenance("2026-09-01"),
  }));
}

export function surfaceOf(outline: readonly Point[]): MultiPolygonGeometry {
  const ring = outline.map(toLonLat);
  return { type: "MultiPolygon", coordinates: [[[...ring, ring[0]!]]] };
}
