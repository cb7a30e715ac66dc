/**
 * Places where natural water may be drafted: the shore comes within reach of a road that an engine may use.
 * Nobody has surveyed them, so they are candidates and count in the possible result only.
 */
import { driveRoadClasses, type LandCover, type Road, type WaterSource } from "@firecover/domain";
import Flatbush from "flatbush";
import {
  type Box,
  boxOf,
  isInsidePolygon,
  metresPerDegree,
  type Polygon,
  type Position,
  rounded,
} from "../geometry/rings.ts";
import type { Tags } from "./elements.ts";
import type { RecordOrigin } from "./origin.ts";

interface DraftingOptions {
  /** From shore to the middle of the road. */
  reachMetres: number;
  /** One candidate per this length of shore on the same side of the water. */
  spacingMetres: number;
}
const defaultDrafting: DraftingOptions = { reachMetres: 20, spacingMetres: 200 };

export interface WaterBody {
  cover: LandCover;
  tags: Tags;
}
interface Contact {
  shore: Position;
  metres: number;
  /** From shore to road, in metres east and north. */
  towards: Position;
}

const pieceMetres = 50;

const truckClasses: ReadonlySet<string> = new Set(
  driveRoadClasses.slice(0, driveRoadClasses.indexOf("service") + 1),
);

export function draftingCandidates(
  bodies: readonly WaterBody[],
  roads: readonly Road[],
  origin: RecordOrigin,
  options: DraftingOptions = defaultDrafting,
): WaterSource[] {
  const open = bodies.filter(({ tags }) => isOpenWater(tags));
  const roadsNear = open.length > 0 ? roadFinder(roads, options.reachMetres) : null;
  if (!roadsNear) return [];
  const isInWater = surfaceFinder(open.map(({ cover }) => cover));

  return open.flatMap(({ cover, tags }) => {
    const isLine = cover.geometry.type === "LineString";
    const contacts = shoresOf(cover)
      .map(inPieces)
      .flatMap((shore) => shore.slice(1).flatMap((end, i) => roadsNear(shore[i]!, end)))
      // The middle line of a river that is also drawn as a surface is no shore.
      .filter((contact) => !(isLine && isInWater(contact.shore)));
    return thinned(contacts, options.spacingMetres).map(
      (contact, i): WaterSource => ({
        id: (i === 0 ? cover.id : `${cover.id}-${i + 1}`) as WaterSource["id"],
        name: cover.name,
        kind: "natural-candidate",
        state: tags["intermittent"] === "yes" || tags["seasonal"] === "yes" ? "seasonal" : "unknown",
        location: rounded(contact.shore),
        communeCode: null,
        flowLps: null,
        volumeM3: null,
        pipeDiameterMm: null,
        pressureBar: null,
        liftMetres: null,
        lastCheckDate: null,
        ...origin,
      }),
    );
  });
}

function isOpenWater(tags: Tags): boolean {
  const isUnderground = tags["tunnel"] !== undefined && tags["tunnel"] !== "no";
  const isUnfit = ["wastewater", "moat_dry"].includes(tags["water"] ?? "") || tags["covered"] === "yes";
  const isSmallDitch = tags["waterway"] === "ditch" || tags["waterway"] === "drain";
  return !isUnderground && !isUnfit && !isSmallDitch;
}

function shoresOf({ geometry }: LandCover): readonly Position[][] {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates.flat();
}

/** Long straight banks cut up, since each stretch of shore is measured against each road once. */
function inPieces(shore: readonly Position[]): Position[] {
  const pieces: Position[] = shore.slice(0, 1);
  for (let i = 1; i < shore.length; i++) {
    const [a, b] = [shore[i - 1]!, shore[i]!];
    const count = Math.max(1, Math.ceil(planarMetres(a, b) / pieceMetres));
    for (let k = 1; k < count; k++) {
      pieces.push([a[0] + ((b[0] - a[0]) * k) / count, a[1] + ((b[1] - a[1]) * k) / count]);
    }
    pieces.push(b);
  }
  return pieces;
}

/** Truck roads within reach of a stretch of shore, each at its nearest. */
function roadFinder(
  roads: readonly Road[],
  reachMetres: number,
): ((a: Position, b: Position) => Contact[]) | null {
  const segments: [Position, Position][] = [];
  for (const road of roads) {
    if (!truckClasses.has(road.roadClass) || road.engineAccess === "no") continue;
    const { coordinates } = road.geometry;
    for (let i = 0; i + 1 < coordinates.length; i++) segments.push([coordinates[i]!, coordinates[i + 1]!]);
  }
  if (segments.length === 0) return null;
  const index = new Flatbush(segments.length);
  for (const segment of segments) index.add(...boxOf(segment));
  index.finish();

  return (a, b) => {
    const [west, south, east, north] = boxOf([a, b]);
    const reachLat = reachMetres / metresPerDegree;
    const reachLon = reachLat / Math.cos((south * Math.PI) / 180);
    return index
      .search(west - reachLon, south - reachLat, east + reachLon, north + reachLat)
      .map((s) => closest(a, b, ...segments[s]!))
      .filter(({ metres }) => metres <= reachMetres);
  };
}

/** Whether a place lies in a water surface. */
function surfaceFinder(covers: readonly LandCover[]): (position: Position) => boolean {
  const polygons: Polygon[] = covers.flatMap(({ geometry }) =>
    geometry.type === "MultiPolygon" ? geometry.coordinates : [],
  );
  if (polygons.length === 0) return () => false;
  const index = new Flatbush(polygons.length);
  for (const polygon of polygons) index.add(...boxOf(polygon[0]!));
  index.finish();
  return (position) => {
    const box: Box = [position[0], position[1], position[0], position[1]];
    return index.search(...box).some((p) => isInsidePolygon(position, polygons[p]!));
  };
}

/** Closest pair of points of two short segments, on the plane around `a`. */
function closest(a: Position, b: Position, c: Position, d: Position): Contact {
  const kx = metresPerDegree * Math.cos((a[1] * Math.PI) / 180);
  const plane = (p: Position): Position => [(p[0] - a[0]) * kx, (p[1] - a[1]) * metresPerDegree];
  const [pb, pc, pd] = [plane(b), plane(c), plane(d)];
  const pa: Position = [0, 0];
  const crossing = crossingOf(pa, pb, pc, pd);
  const pairs: [Position, Position][] = crossing
    ? [[crossing, crossing]]
    : [
        [pa, footOn(pa, pc, pd)],
        [pb, footOn(pb, pc, pd)],
        [footOn(pc, pa, pb), pc],
        [footOn(pd, pa, pb), pd],
      ];
  let best: Contact | null = null;
  for (const [shore, road] of pairs) {
    const towards: Position = [road[0] - shore[0], road[1] - shore[1]];
    const metres = Math.hypot(...towards);
    if (best && best.metres <= metres) continue;
    best = { shore: [a[0] + shore[0] / kx, a[1] + shore[1] / metresPerDegree], metres, towards };
  }
  return best!;
}

function footOn(p: Position, a: Position, b: Position): Position {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return a;
  const t = Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared));
  return [a[0] + t * dx, a[1] + t * dy];
}

function crossingOf(a: Position, b: Position, c: Position, d: Position): Position | null {
  const denominator = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (denominator === 0) return null;
  const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / denominator;
  const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / denominator;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/** Nearest contacts first; a further one stays only where no kept one is near it on the same side of the water. */
function thinned(contacts: readonly Contact[], spacingMetres: number): Contact[] {
  const kept: Contact[] = [];
  const sorted = contacts.toSorted(
    (a, b) => a.metres - b.metres || a.shore[0] - b.shore[0] || a.shore[1] - b.shore[1],
  );
  for (const contact of sorted) {
    const isTaken = kept.some((other) => {
      const isSameSide = other.towards[0] * contact.towards[0] + other.towards[1] * contact.towards[1] >= 0;
      return isSameSide && planarMetres(other.shore, contact.shore) < spacingMetres;
    });
    if (!isTaken) kept.push(contact);
  }
  return kept;
}

function planarMetres(a: Position, b: Position): number {
  const kx = metresPerDegree * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot((a[0] - b[0]) * kx, (a[1] - b[1]) * metresPerDegree);
}
