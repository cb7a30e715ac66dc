/** Communes, population cells and land cover as tiles. */
import type { Commune, LandCover, PopulationCell } from "@firecover/domain";
import { cellArea, cellToBoundary, UNITS } from "h3-js";
import { answerProperties } from "./answer-properties.ts";
import { type MapLayer, present } from "./map-layer.ts";
import type { RunAnswers } from "./run-answers.ts";
import { createTileIndex, indexOnce } from "./tile-index.ts";

export function communesLayer(communes: readonly Commune[], run: RunAnswers | null): MapLayer {
  const indicators = new Map(run?.communes.map((commune) => [commune.communeCode, commune.peopleInTime]));
  return {
    index: indexOnce(communes, () => createTileIndex(communes.map(({ geometry }) => geometry))),
    propertiesAt: () => (i) => {
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
    },
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
    propertiesAt: () => (i) => {
      const { h3, people: residents, row } = shown[i]!;
      return {
        h3,
        people: residents,
        per_km2: Math.round(residents / cellArea(h3, UNITS.km2)),
        ...(run && row !== null ? answerProperties(run.result.cells, row) : {}),
      };
    },
  };
}

export function landCoverLayer(landCover: readonly LandCover[]): MapLayer {
  return {
    index: indexOnce(landCover, () => createTileIndex(landCover.map(({ geometry }) => geometry))),
    propertiesAt: () => (i) => present({ kind: landCover[i]!.kind, name: landCover[i]!.name }),
  };
}
