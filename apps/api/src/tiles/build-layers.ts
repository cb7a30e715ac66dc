/** Builds each map layer from records, the network and the answers of a run. */
import type { CoverageResult } from "@firecover/coverage";
import {
  type Commune,
  type CommuneIndicators,
  type FireStation,
  type LandCover,
  type LonLat,
  type PopulationCell,
  type Premises,
  vehicleClasses,
  type WaterSource,
} from "@firecover/domain";
import {
  directions,
  engineAccesses,
  type RoadNetwork,
  roadClasses,
  UNREACHED,
} from "@firecover/road-network";
import type { LineString, Point } from "geojson";
import { cellArea, cellToBoundary, UNITS } from "h3-js";
import type { RunSubjects } from "../coverage/run-archive.ts";
import { answerProperties, gapFlags, secondsOf } from "./answer-properties.ts";
import type { MapLayer } from "./map-layer.ts";
import { firstZoomOfClass } from "./road-zooms.ts";
import { createTileIndex, indexOnce, type TileProperties } from "./tile-index.ts";

/** The answers of a run with the names of their rows. */
export interface RunAnswers {
  readonly result: CoverageResult;
  readonly subjects: RunSubjects;
  readonly communes: readonly CommuneIndicators[];
}

const point = (coordinates: LonLat): Point => ({ type: "Point", coordinates });
const always = (propertiesOf: (feature: number) => TileProperties) => () => propertiesOf;

/** Leaves out what is null: a tile has no word for "unknown". */
function present(properties: Record<string, string | number | null>): TileProperties {
  const kept: TileProperties = {};
  for (const [key, value] of Object.entries(properties)) if (value !== null) kept[key] = value;
  return kept;
}

function rowsById(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, row) => [id, row]));
}

export function premisesLayer(premises: readonly Premises[], run: RunAnswers | null): MapLayer {
  const rows = rowsById(run?.subjects.premises.map(({ id }) => id) ?? []);
  return {
    index: indexOnce(premises, () => premises.map(({ location }) => point(location))),
    propertiesAt: always((i) => {
      const { id, name, category, hazardClass, managementTier, nextInspectionDate } = premises[i]!;
      const row = rows.get(id);
      return {
        ...present({
          id,
          name,
          category,
          hazard: hazardClass,
          tier: managementTier,
          inspection: nextInspectionDate,
        }),
        ...(run && row !== undefined ? answerProperties(run.result.premises, row) : {}),
      };
    }),
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
    propertiesAt: always((i) => {
      const { row, flags } = gaps[i]!;
      const { id, name, category } = run!.subjects.premises[row]!;
      const { certain, possible } = columns!;
      return present({
        id,
        name,
        category,
        ...(flags as Record<string, number>),
        seconds_certain: arrival(certain.responseMillis[row]!),
        seconds_possible: arrival(possible.responseMillis[row]!),
      });
    }),
  };
}

const arrival = (millis: number): number | null => (millis === UNREACHED ? null : secondsOf(millis));

export function waterSourcesLayer(sources: readonly WaterSource[]): MapLayer {
  return {
    index: indexOnce(sources, () => sources.map(({ location }) => point(location))),
    propertiesAt: always((i) => {
      const { id, name, kind, state, flowLps, volumeM3 } = sources[i]!;
      return present({ id, name, kind, state, flow_lps: flowLps, volume_m3: volumeM3 });
    }),
  };
}

export function fireStationsLayer(stations: readonly FireStation[]): MapLayer {
  return {
    index: indexOnce(stations, () => stations.map(({ location }) => point(location))),
    propertiesAt: always((i) => {
      const { id, name, kind, vehicles } = stations[i]!;
      const engines = vehicles.reduce(
        (sum, { vehicleClass, count, state }) =>
          state === "in-service" && vehicleClasses[vehicleClass].countsAsEngine ? sum + count : sum,
        0,
      );
      return present({ id, name, kind, engines: vehicles.length > 0 ? engines : null });
    }),
  };
}

export function communesLayer(communes: readonly Commune[], run: RunAnswers | null): MapLayer {
  const indicators = new Map(run?.communes.map((commune) => [commune.communeCode, commune.peopleInTime]));
  return {
    index: indexOnce(communes, () => communes.map(({ geometry }) => geometry)),
    propertiesAt: always((i) => {
      const { code, name, kind, population } = communes[i]!;
      const share = indicators.get(code) ?? null;
      return present({
        code,
        name,
        kind,
        population,
        share_certain: share?.certain ?? null,
        share_possible: share?.possible ?? null,
      });
    }),
  };
}

/** A cell on a border is one row per commune; on the map it is one cell, with the answers of its larger part. */
export function densityCellsLayer(cells: readonly PopulationCell[], run: RunAnswers | null): MapLayer {
  const merged = new Map<string, { h3: string; people: number; row: number | null; largest: number }>();
  const people = run?.result.cells.people;
  const isOfRun = run !== null && run.subjects.cells.length > 0;
  const rows = isOfRun
    ? run.subjects.cells.map((h3, row) => ({ h3, people: people![row]!, row }))
    : cells.map((cell) => ({ h3: cell.h3, people: cell.people, row: null }));
  for (const { h3, people: inPart, row } of rows) {
    const cell = merged.get(h3);
    if (!cell) merged.set(h3, { h3, people: inPart, row, largest: inPart });
    else {
      cell.people += inPart;
      if (inPart > cell.largest) {
        cell.largest = inPart;
        cell.row = row;
      }
    }
  }
  const shown = [...merged.values()];
  return {
    index: createTileIndex(
      shown.map(({ h3 }) => ({ type: "Polygon", coordinates: [cellToBoundary(h3, true)] })),
    ),
    propertiesAt: always((i) => {
      const { h3, people: residents, row } = shown[i]!;
      return {
        h3,
        people: residents,
        per_km2: Math.round(residents / cellArea(h3, UNITS.km2)),
        ...(run && row !== null ? answerProperties(run.result.cells, row) : {}),
      };
    }),
  };
}

export function landCoverLayer(landCover: readonly LandCover[]): MapLayer {
  return {
    index: indexOnce(landCover, () => landCover.map(({ geometry }) => geometry)),
    propertiesAt: always((i) => present({ kind: landCover[i]!.kind, name: landCover[i]!.name })),
  };
}

/** One feature per edge; seconds only when the run was computed on this very network. */
export function roadsLayer(network: RoadNetwork, edgeMillis: CoverageResult["edgeMillis"] | null): MapLayer {
  const { edgeWay, wayClass } = network;
  return {
    index: indexOnce(network, () =>
      Array.from({ length: network.edgeCount }, (_, edge) => edgeLine(network, edge)),
    ),
    propertiesAt: (zoom) => (edge) => {
      const way = edgeWay[edge]!;
      if (firstZoomOfClass[wayClass[way]!]! > zoom) return null;
      const direction = directions[network.wayDirection[way]!]!;
      const access = engineAccesses[network.wayAccess[way]!]!;
      const width = network.wayWidthMetres[way]!;
      return present({
        id: network.wayId[way]!,
        edge,
        name: network.wayName[way]!,
        class: roadClasses[wayClass[way]!]!,
        oneway: direction === "both" ? null : direction === "forward" ? 1 : -1,
        width: Number.isNaN(width) ? null : width,
        access: access === "yes" ? null : access,
        seconds_certain: edgeMillis && arrival(edgeMillis.certain[edge]!),
        seconds_possible: edgeMillis && arrival(edgeMillis.possible[edge]!),
      });
    },
  };
}

function edgeLine({ edgeFirstPoint, pointLon, pointLat }: RoadNetwork, edge: number): LineString {
  const coordinates: LonLat[] = [];
  for (let p = edgeFirstPoint[edge]!; p < edgeFirstPoint[edge + 1]!; p++) {
    coordinates.push([pointLon[p]!, pointLat[p]!]);
  }
  return { type: "LineString", coordinates };
}
