/** Whether a place, or a plot as drawn, lies on land where no station may stand. */
import type {
  CandidateSite,
  ExclusionZone,
  ExclusionZoneKind,
  MultiPolygonGeometry,
} from "@firecover/domain";
import Flatbush from "flatbush";
import { compareText } from "../coverage-input.ts";
import { createCommuneLocator } from "../population/commune-locator.ts";
import { overlapSquareMetres } from "./overlap-area.ts";

/** Neighbours drawn on two maps overlap by slivers along their common border. */
const sliverSquareMetres = 1;

export interface ZoneFinder {
  /** Zones of the kind on record; without any nobody knows. */
  readonly count: number;
  /** Of all zones, each once, in order. */
  readonly sources: readonly string[];
  /** The first by id that the plot reaches into; the exit alone counts where the plot is not drawn. */
  zoneOf(site: Pick<CandidateSite, "location" | "geometry">): ExclusionZone | null;
}

export function createZoneFinder(all: readonly ExclusionZone[], kind: ExclusionZoneKind): ZoneFinder {
  const zones = all.filter((zone) => zone.kind === kind).sort((a, b) => compareText(a.id, b.id));
  const zoneAt = createCommuneLocator(zones);
  const holders = zones.map((zone) => createCommuneLocator([zone]));
  const boxes = indexOf(zones.map(({ geometry }) => boxOf(geometry)));
  const borders = zones.map(({ geometry }) => indexOf(borderBoxes(geometry)));

  function reachesInto(plot: MultiPolygonGeometry, box: Box, z: number): boolean {
    // No border runs through the plot's box: the plot lies inside or outside as a whole, as its corner does.
    if (borders[z]!.search(...box).length === 0) return holders[z]!(...plot.coordinates[0]![0]![0]!) === 0;
    return overlapSquareMetres(plot, zones[z]!.geometry) > sliverSquareMetres;
  }

  return {
    count: zones.length,
    sources: [...new Set(zones.map(({ source }) => source))].sort(compareText),
    zoneOf({ location, geometry }) {
      if (!geometry) return zones[zoneAt(...location)] ?? null;
      const box = boxOf(geometry);
      const near = boxes.search(...box).sort((a, b) => a - b);
      const found = near.find((z) => reachesInto(geometry, box, z));
      return found === undefined ? null : zones[found]!;
    },
  };
}

type Box = [west: number, south: number, east: number, north: number];

function indexOf(boxes: readonly Box[]): Pick<Flatbush, "search"> {
  if (boxes.length === 0) return { search: () => [] };
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return index;
}

function borderBoxes({ coordinates }: MultiPolygonGeometry): Box[] {
  return coordinates.flat().flatMap((ring) =>
    ring.slice(1).map(([x, y], i): Box => {
      const [lastX, lastY] = ring[i]!;
      return [Math.min(lastX, x), Math.min(lastY, y), Math.max(lastX, x), Math.max(lastY, y)];
    }),
  );
}

function boxOf({ coordinates }: MultiPolygonGeometry): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of coordinates) {
    for (const [lon, lat] of outer!) {
      if (lon < box[0]) box[0] = lon;
      if (lat < box[1]) box[1] = lat;
      if (lon > box[2]) box[2] = lon;
      if (lat > box[3]) box[3] = lat;
    }
  }
  return box;
}
