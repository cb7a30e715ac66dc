/** Builds map layers from the database and the runs, and knows when they have changed. */
import { type Database, listPopulationCells, readLayer } from "@firecover/database";
import type { CoverageRunId, ImportLayer, ImportRecords, LayerName } from "@firecover/domain";
import { createCache } from "../cache.ts";
import type { CoverageService } from "../coverage/coverage-service.ts";
import { communesLayer, densityCellsLayer, landCoverLayer } from "./area-layers.ts";
import { coverageGapsLayer, fireStationsLayer, premisesLayer, waterSourcesLayer } from "./point-layers.ts";
import { roadsLayer } from "./roads-layer.ts";
import type { RunAnswers } from "./run-answers.ts";
import type { LayerSource } from "./tile-service.ts";

/** The counters a layer of tiles rests on, and whether it shows answers of a run. */
const restsOn: Readonly<Record<LayerName, { layers: readonly string[]; showsRun: boolean }>> = {
  premises: { layers: ["premises"], showsRun: true },
  "water-sources": { layers: ["water-sources"], showsRun: false },
  "fire-stations": { layers: ["fire-stations"], showsRun: false },
  roads: { layers: ["roads", "road-barriers", "turning-places", "turn-restrictions"], showsRun: true },
  communes: { layers: ["communes"], showsRun: true },
  "density-cells": { layers: ["population-cells"], showsRun: true },
  "coverage-gaps": { layers: [], showsRun: true },
  "land-cover": { layers: ["land-cover"], showsRun: false },
};

const recordListsKept = 8;

export function layerSource({ db }: Database, coverage: CoverageService): LayerSource {
  const lists = createCache<Promise<readonly unknown[]>>(recordListsKept);

  async function versionsOf(layer: LayerName): Promise<string> {
    const { layers } = restsOn[layer];
    const stamps = await coverage.stamps.read();
    return stamps
      .filter((stamp) => layers.includes(stamp.layer))
      .map(({ layer: name, version }) => `${name}:${version}`)
      .join(" ");
  }

  /** The same list as long as its layer has not changed: its tile index goes with it. */
  async function recordsOf<Layer extends ImportLayer & LayerName>(
    layer: Layer,
  ): Promise<ImportRecords[Layer][]> {
    const key = `${layer} ${await versionsOf(layer)}`;
    const known = lists.get(key) ?? readLayer(db, layer);
    lists.set(key, known, 1);
    known.catch(() => lists.delete(key));
    return (await known) as ImportRecords[Layer][];
  }

  async function answersOf(runId: CoverageRunId | null): Promise<RunAnswers | null> {
    if (runId === null) return null;
    const { run, archive, result } = await coverage.openRun(runId);
    return { result, subjects: archive.subjects, communes: run.communes };
  }

  return {
    showsRun: (layer) => restsOn[layer].showsRun,

    async version(layer, runId) {
      const records = await versionsOf(layer);
      return restsOn[layer].showsRun ? `${records} run:${runId}` : records;
    },

    async build(layer, runId) {
      switch (layer) {
        case "premises":
          return premisesLayer(await recordsOf(layer), await answersOf(runId));
        case "communes":
          return communesLayer(await recordsOf(layer), await answersOf(runId));
        case "water-sources":
          return waterSourcesLayer(await recordsOf(layer));
        case "fire-stations":
          return fireStationsLayer(await recordsOf(layer));
        case "land-cover":
          return landCoverLayer(await recordsOf(layer));
        case "density-cells":
          return densityCellsLayer(
            runId === null ? await listPopulationCells(db) : [],
            await answersOf(runId),
          );
        case "coverage-gaps":
          return coverageGapsLayer(await answersOf(runId));
        case "roads": {
          const { network, hash } = await coverage.network();
          const opened = runId === null ? null : await coverage.openRun(runId);
          const isSameNetwork = opened?.archive.networkHash === hash;
          return roadsLayer(network, isSameNetwork ? opened.result.edgeMillis : null);
        }
      }
    },
  };
}
