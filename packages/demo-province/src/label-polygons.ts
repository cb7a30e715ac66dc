/**
 * Polygons from a raster of labels, whose neighbours share every border vertex.
 * Border lines run through the middles of the raster's edges and are smoothed only inside the diamond around each
 * corner, which no other line enters: so no two borders can cross, whatever the labels.
 */
import { columns, cornerAt, rows } from "./grid.ts";
import { mulberry32 } from "./random.ts";
import type { Point } from "./valley-frame.ts";

/** Outer ring first, holes after; each ring closed. */
export type PolygonRings = Point[][];

const cornerColumns = columns + 1;

/** Label of the cell, -1 beyond the raster's edge. */
const labelAt = (labels: Int16Array, column: number, row: number) =>
  column < 0 || row < 0 || column >= columns || row >= rows ? -1 : labels[row * columns + column]!;

/**
 * Makes labels meet along sides only: where two cells of a label touch just by a corner, one of the others is
 * given to it. Without this a ring would pass through the same corner twice.
 */
export function mendCornerTouches(labels: Int16Array): void {
  for (let round = 0; round < 50; round++) {
    let changed = false;
    for (let row = 0; row + 1 < rows; row++) {
      for (let column = 0; column + 1 < columns; column++) {
        const a = row * columns + column;
        const [sw, se, nw, ne] = [labels[a]!, labels[a + 1]!, labels[a + columns]!, labels[a + columns + 1]!];
        if (sw === ne && se !== sw && nw !== sw) {
          labels[a + 1] = sw;
          changed = true;
        } else if (se === nw && sw !== se && ne !== se) {
          labels[a] = se;
          changed = true;
        }
      }
    }
    if (!changed) return;
  }
}

/** Polygons of the labels 0 … count - 1; -1 is left out. */
export function polygonsOf(labels: Int16Array, count: number, seed: number): PolygonRings[][] {
  const chains = new Map<string, Point[]>();
  const jitter = cornerJitter(seed);
  const result: PolygonRings[][] = [];
  for (let label = 0; label < count; label++) {
    const rings = cornerRings(labels, label).map((corners) => smoothRing(labels, corners, chains, jitter));
    const outer = rings.filter((ring) => ringArea(ring) > 0).map((ring): PolygonRings => [ring]);
    for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
      const around = outer.find(([shell]) => isInRing(shell!, hole[0]!));
      if (around) around.push(hole);
    }
    result.push(outer);
  }
  return result;
}

export function ringArea(ring: readonly Point[]): number {
  let area = 0;
  for (let i = 0; i + 1 < ring.length; i++) area += ring[i]!.u * ring[i + 1]!.v - ring[i + 1]!.u * ring[i]!.v;
  return area / 2;
}

export function isInRing(ring: readonly Point[], p: Point): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a.v > p.v !== b.v > p.v && p.u < ((b.u - a.u) * (p.v - a.v)) / (b.v - a.v) + a.u)
      isInside = !isInside;
  }
  return isInside;
}

/** Rings of raster corners around a label, the label on the left. */
function cornerRings(labels: Int16Array, label: number): number[][] {
  const next = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (labels[row * columns + column] !== label) continue;
      const sw = row * cornerColumns + column;
      const nw = sw + cornerColumns;
      if (labelAt(labels, column, row - 1) !== label) next.set(sw, sw + 1);
      if (labelAt(labels, column + 1, row) !== label) next.set(sw + 1, nw + 1);
      if (labelAt(labels, column, row + 1) !== label) next.set(nw + 1, nw);
      if (labelAt(labels, column - 1, row) !== label) next.set(nw, sw);
    }
  }
  const rings: number[][] = [];
  for (const start of [...next.keys()]) {
    if (!next.has(start)) continue;
    const ring: number[] = [];
    for (let at = start; next.has(at); ) {
      ring.push(at);
      const to = next.get(at)!;
      next.delete(at);
      at = to;
    }
    rings.push(ring);
  }
  return rings;
}

/** Splits a ring at corners where three labels meet and replaces each stretch by its one smoothed line. */
function smoothRing(
  labels: Int16Array,
  corners: readonly number[],
  chains: Map<string, Point[]>,
  jitter: (corner: number) => Point,
): Point[] {
  const first = corners.findIndex((corner) => isMeeting(labels, corner));
  const lowest = corners.indexOf(Math.min(...corners));
  const start = first >= 0 ? first : lowest;
  const turned = [...corners.slice(start), ...corners.slice(0, start), corners[start]!];
  const ring: Point[] = [];
  let chain = [turned[0]!];
  for (const corner of turned.slice(1)) {
    chain.push(corner);
    if (corner !== turned[0] && !isMeeting(labels, corner)) continue;
    ring.push(...sharedLine(chain, chains, jitter).slice(ring.length === 0 ? 0 : 1));
    chain = [corner];
  }
  return ring;
}

function isMeeting(labels: Int16Array, corner: number): boolean {
  const column = corner % cornerColumns;
  const row = Math.floor(corner / cornerColumns);
  const around = new Set([
    labelAt(labels, column - 1, row - 1),
    labelAt(labels, column, row - 1),
    labelAt(labels, column - 1, row),
    labelAt(labels, column, row),
  ]);
  return around.size > 2;
}

/** The same line for both neighbours: smoothed once, walked in either direction. */
function sharedLine(
  chain: readonly number[],
  chains: Map<string, Point[]>,
  jitter: (corner: number) => Point,
): Point[] {
  const isForward = chain[0]! !== chain.at(-1)! ? chain[0]! < chain.at(-1)! : chain[1]! < chain.at(-2)!;
  const ordered = isForward ? chain : [...chain].reverse();
  const key = `${ordered[0]} ${ordered[1]} ${ordered.at(-2)} ${ordered.at(-1)} ${ordered.length}`;
  let line = chains.get(key);
  if (!line) {
    const points = ordered.map(jitter);
    line = [points[0]!];
    for (let i = 0; i + 1 < points.length; i++) {
      line.push({ u: (points[i]!.u + points[i + 1]!.u) / 2, v: (points[i]!.v + points[i + 1]!.v) / 2 });
    }
    line.push(points.at(-1)!);
    chains.set(key, line);
  }
  return isForward ? line : [...line].reverse();
}

/** A corner moved by up to a sixth of a cell, so that borders do not look drawn on squared paper. */
function cornerJitter(seed: number): (corner: number) => Point {
  return (corner) => {
    const random = mulberry32(Math.imul(corner, 0x9e3779b1) ^ seed);
    const p = cornerAt(corner % cornerColumns, Math.floor(corner / cornerColumns));
    return { u: p.u + random.between(-20, 20), v: p.v + random.between(-20, 20) };
  };
}
