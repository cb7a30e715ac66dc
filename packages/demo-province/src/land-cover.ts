/** Water, parks and forest for the basemap. */
import type { LandCover } from "@firecover/domain";
import { cellCount, centreOf } from "./grid.ts";
import { isInRing, mendCornerTouches, polygonsOf, ringArea } from "./label-polygons.ts";
import { roughNoise } from "./noise.ts";
import { simplify } from "./polyline.ts";
import { provenance } from "./provenance.ts";
import { type Random, randomFor } from "./random.ts";
import type { Settlements } from "./settlements.ts";
import type { Terrain } from "./terrain.ts";
import type { Town } from "./town.ts";
import { type Point, toLonLat } from "./valley-frame.ts";

const streamNames = [
  "Ngòi Quế",
  "Ngòi Mây",
  "Ngòi Vàng",
  "Suối Lùng",
  "Ngòi Cọ",
  "Suối Sấu",
  "Ngòi Phai",
  "Suối Đát",
  "Ngòi Giàng",
  "Suối Khoai",
];
const lakeNames = [
  "Hồ Quế",
  "Hồ Công viên Thanh Niên",
  "Đầm Sen",
  "Hồ Bến Ngọc",
  "Hồ Yên Thao",
  "Hồ Giới Quế",
];

export function drawLandCover(
  terrain: Terrain,
  settlements: Settlements,
  towns: readonly Town[],
  seed: number,
): LandCover[] {
  const random = randomFor(seed, "land cover");
  const covers: LandCover[] = [];
  const add = (kind: LandCover["kind"], name: string | null, geometry: LandCover["geometry"]) =>
    covers.push({
      id: `PM-99-${String(covers.length + 1).padStart(4, "0")}`,
      kind,
      name,
      geometry,
      ...provenance("2026-10-01"),
    });

  for (const rings of forests(terrain, settlements, seed)) add("forest", null, polygon(rings));
  add("water", "Sông Thao", polygon([riverRing(terrain)]));
  terrain.streams.forEach((stream, i) => {
    add("waterway", stream.order === 1 ? streamNames[i % streamNames.length]! : null, {
      type: "LineString",
      coordinates: simplify(stream.line, 12).map(toLonLat),
    });
  });
  let lakes = 0;
  for (const town of towns) {
    for (const park of town.parks) {
      const ring = closed(park);
      add("park", town.isCity ? null : `Công viên ${town.place}`, polygon([ring]));
      if (town.isCity && ringArea(ring) > 14_000 && random.chance(0.6)) {
        add("water", lakeNames[lakes++] ?? null, polygon([pondIn(ring, random)]));
      }
    }
  }
  return covers;
}

const closed = (ring: readonly Point[]): Point[] => [...ring, ring[0]!];

function polygon(
  rings: readonly (readonly Point[])[],
): Extract<LandCover["geometry"], { type: "MultiPolygon" }> {
  return { type: "MultiPolygon", coordinates: [rings.map((ring) => ring.map(toLonLat))] };
}

/** Both banks as one ring, counter-clockwise: down along the right bank, back up along the left. */
function riverRing(terrain: Terrain): Point[] {
  const right: Point[] = [];
  const left: Point[] = [];
  for (let u = -31_500; u <= 28_500; u += 70) {
    const middle = terrain.riverV(u);
    const slope = (terrain.riverV(u + 5) - terrain.riverV(u - 5)) / 10;
    const half = terrain.riverHalfWidth(u) * Math.hypot(1, slope);
    right.push({ u, v: middle - half });
    left.push({ u, v: middle + half });
  }
  return closed([...right, ...left.reverse()]);
}

/** A rounded lake inside a convex park. */
function pondIn(ring: readonly Point[], random: Random): Point[] {
  const corners = ring.slice(0, -1);
  const centre = corners.reduce(
    (sum, p) => ({ u: sum.u + p.u / corners.length, v: sum.v + p.v / corners.length }),
    { u: 0, v: 0 },
  );
  const nearest = Math.min(
    ...corners.map((p, i) => {
      const q = corners[(i + 1) % corners.length]!;
      return (
        Math.abs((q.u - p.u) * (p.v - centre.v) - (p.u - centre.u) * (q.v - p.v)) /
        Math.hypot(q.u - p.u, q.v - p.v)
      );
    }),
  );
  const shore: Point[] = [];
  const lobe = random.between(0, 6);
  for (let k = 0; k < 26; k++) {
    const angle = (k / 26) * 2 * Math.PI;
    const radius = nearest * (0.68 + 0.14 * Math.sin(2 * angle + lobe) + 0.06 * Math.sin(5 * angle));
    shore.push({ u: centre.u + radius * Math.cos(angle), v: centre.v + radius * Math.sin(angle) });
  }
  return closed(shore);
}

/** Forest on the slopes away from people. */
function forests(terrain: Terrain, settlements: Settlements, seed: number): Point[][][] {
  const patch = roughNoise(seed + 121, 2400);
  const labels = new Int16Array(cellCount).fill(-1);
  for (let cell = 0; cell < cellCount; cell++) {
    if (!terrain.isInside[cell] || terrain.toWater[cell]! < 380 || terrain.toRiver[cell]! < 700) continue;
    const p = centreOf(cell);
    const score = terrain.height[cell]! / 260 + 1.5 * patch(p.u, p.v);
    if (score > 0.75) labels[cell] = 0;
  }
  for (const { centre } of settlements.villages) clear(labels, centre, 420);
  for (const { centre, radiusMetres } of settlements.towns) clear(labels, centre, radiusMetres * 1.7);
  for (let cell = 0; cell < cellCount; cell++) {
    const { u, v } = centreOf(cell);
    if (Math.hypot((u - 300) / 6200, (v - 900) / 4000) < 1) labels[cell] = -1;
  }
  mendCornerTouches(labels);
  return polygonsOf(labels, 1, seed + 5)[0]!
    .filter(([shell]) => ringArea(shell!) > 150_000)
    .map(([shell, ...holes]) => [
      shell!,
      ...holes.filter((hole) => -ringArea(hole) > 60_000 && isInRing(shell!, hole[0]!)),
    ]);
}

function clear(labels: Int16Array, centre: Point, metres: number): void {
  for (let cell = 0; cell < cellCount; cell++) {
    if (labels[cell]! < 0) continue;
    const p = centreOf(cell);
    if (Math.abs(p.u - centre.u) < metres && Math.hypot(p.u - centre.u, p.v - centre.v) < metres)
      labels[cell] = -1;
  }
}
