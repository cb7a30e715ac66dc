/** Premises, gaps, water sources and fire stations as tiles. */
import {
  type FireStation,
  type LonLat,
  type Premises,
  vehicleClasses,
  type WaterSource,
} from "@firecover/domain";
import type { Point } from "geojson";
import { answerProperties, arrivalSeconds, gapFlags } from "./answer-properties.ts";
import { type MapLayer, present } from "./map-layer.ts";
import type { RunAnswers } from "./run-answers.ts";
import { createTileIndex, indexOnce, type TileProperties } from "./tile-index.ts";

/** Names and dates are read close by; further out they would only make tiles heavy. */
const detailZoom = 12;
const point = (coordinates: LonLat): Point => ({ type: "Point", coordinates });

export function premisesLayer(premises: readonly Premises[], run: RunAnswers | null): MapLayer {
  const rows = new Map<string, number>(run?.subjects.premises.map(({ id }, row) => [id, row]));
  return {
    index: indexOnce(premises, () => createTileIndex(premises.map(({ location }) => point(location)))),
    propertiesAt: (zoom) => (i) => {
      const { id, name, category, hazardClass, managementTier, nextInspectionDate } = premises[i]!;
      const row = rows.get(id);
      const details = { name, tier: managementTier, inspection: nextInspectionDate };
      return {
        ...present({ id, category, hazard: hazardClass, ...(zoom >= detailZoom && details) }),
        ...(run && row !== undefined ? answerProperties(run.result.premises, row) : {}),
      };
    },
  };
}

/** From the run alone: it may know premises that were since deleted, and then says so by still showing them. */
export function coverageGapsLayer(run: RunAnswers | null): MapLayer {
  const columns = run?.result.premises;
  const gaps: { row: number; flags: TileProperties }[] = [];
  for (let row = 0; columns && row < columns.count; row++) {
    const flags = gapFlags(columns, row, run.result.firstEngineMillis);
    if (flags) gaps.push({ row, flags });
  }
  return {
    index: createTileIndex(gaps.map(({ row }) => point([columns!.lon[row]!, columns!.lat[row]!]))),
    propertiesAt: (zoom) => (i) => {
      const { row, flags } = gaps[i]!;
      const { id, name, category } = run!.subjects.premises[row]!;
      const { certain, possible } = columns!;
      return present({
        id,
        category,
        ...(zoom >= detailZoom && { name }),
        ...(flags as Record<string, number>),
        seconds_certain: arrivalSeconds(certain.responseMillis[row]!),
        seconds_possible: arrivalSeconds(possible.responseMillis[row]!),
      });
    },
  };
}

export function waterSourcesLayer(sources: readonly WaterSource[]): MapLayer {
  return {
    index: indexOnce(sources, () => createTileIndex(sources.map(({ location }) => point(location)))),
    propertiesAt: () => (i) => {
      const { id, name, kind, state, flowLps, volumeM3 } = sources[i]!;
      return present({ id, name, kind, state, flow_lps: flowLps, volume_m3: volumeM3 });
    },
  };
}

export function fireStationsLayer(stations: readonly FireStation[]): MapLayer {
  return {
    index: indexOnce(stations, () => createTileIndex(stations.map(({ location }) => point(location)))),
    propertiesAt: () => (i) => {
      const { id, name, kind, vehicles } = stations[i]!;
      const engines = vehicles.reduce(
        (sum, { vehicleClass, count, state }) =>
          state === "in-service" && vehicleClasses[vehicleClass].countsAsEngine ? sum + count : sum,
        0,
      );
      return present({ id, name, kind, engines: vehicles.length > 0 ? engines : null });
    },
  };
}
