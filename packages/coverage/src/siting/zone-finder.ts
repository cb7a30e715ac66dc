/** Whether a place, or a plot as drawn, lies on land where no station may stand. */
import type { CandidateSite, ExclusionZone, ExclusionZoneKind } from "@firecover/domain";
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
  const boxes = zones.length === 0 ? null : new Flatbush(zones.length);
  for (const { geometry } of zones) boxes?.add(...boxOf(geometry));
  boxes?.finish();
  return {
    count: zones.length,
    sources: [...new Set(zones.map(({ source }) => source))].sort(compareText),
    zoneOf({ location, geometry }) {
      if (!geometry) return zones[zoneAt(...location)] ?? null;
      const near = boxes?.search(...boxOf(geometry)).sort((a, b) => a - b) ?? [];
      const found = near.find((z) => overlapSquareMetres(geometry, zones[z]!.geometry) > sliverSquareMetres);
      return found === undefined ? null : zones[found]!;
    },
  };
}

function boxOf({ coordinates }: ExclusionZone["geometry"]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of coordinates) {
    for (const [lon, lat] of outer!) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}
