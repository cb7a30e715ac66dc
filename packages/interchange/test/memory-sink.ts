/** A store in memory that truly stores, compares and rolls back: what a database does, without one. */
import { isDeepStrictEqual } from "node:util";
import type {
  Commune,
  ImportLayer,
  ImportRecords,
  ImportSink,
  ImportStore,
  LayerCounts,
  Road,
} from "@firecover/domain";

type Layers = Map<ImportLayer, Map<string, unknown>>;

export interface MemorySink extends ImportSink {
  records<Layer extends ImportLayer>(layer: Layer): ImportRecords[Layer][];
  readonly size: number;
}

export function createMemorySink(): MemorySink {
  let stored: Layers = new Map();
  return {
    records: <Layer extends ImportLayer>(layer: Layer) =>
      [...(stored.get(layer)?.values() ?? [])] as ImportRecords[Layer][],
    get size() {
      return [...stored.values()].reduce((sum, layer) => sum + layer.size, 0);
    },
    async transaction(work, { isDryRun }) {
      const draft: Layers = new Map([...stored].map(([layer, records]) => [layer, new Map(records)]));
      const result = await work(storeOn(draft));
      if (!isDryRun) stored = draft;
      return result;
    },
  };
}

function storeOn(layers: Layers): ImportStore {
  const layerOf = (layer: ImportLayer): Map<string, unknown> => {
    const records = layers.get(layer) ?? new Map<string, unknown>();
    layers.set(layer, records);
    return records;
  };
  return {
    async upsert(layer, records) {
      const known = layerOf(layer);
      const counts: LayerCounts = { read: records.length, added: 0, changed: 0, unchanged: 0, rejected: 0 };
      for (const record of records) {
        const key = keyOf(record);
        const before = known.get(key);
        if (before === undefined) counts.added++;
        else if (isDeepStrictEqual(before, record)) counts.unchanged++;
        else counts.changed++;
        known.set(key, record);
      }
      return counts;
    },
    async setCommunePopulations(totals) {
      const communes = layerOf("communes");
      const counts: LayerCounts = { read: totals.length, added: 0, changed: 0, unchanged: 0, rejected: 0 };
      const unknown: string[] = [];
      for (const { code, population } of totals) {
        const commune = communes.get(code) as Commune | undefined;
        if (!commune) unknown.push(code);
        else if (commune.population === population) counts.unchanged++;
        else {
          counts.changed++;
          communes.set(code, { ...commune, population });
        }
      }
      return { counts, unknown };
    },
    async roadsMeeting([west, south, east, north]) {
      const roads = [...layerOf("roads").values()] as Road[];
      return roads.filter(({ geometry }) => {
        const lons = geometry.coordinates.map(([lon]) => lon);
        const lats = geometry.coordinates.map(([, lat]) => lat);
        return (
          Math.min(...lons) <= east &&
          Math.max(...lons) >= west &&
          Math.min(...lats) <= north &&
          Math.max(...lats) >= south
        );
      });
    },
    async provinceBounds() {
      const communes = [...layerOf("communes").values()] as Commune[];
      const points = communes.flatMap(({ geometry }) => geometry.coordinates.flat(2));
      if (points.length === 0) return null;
      const lons = points.map(([lon]) => lon);
      const lats = points.map(([, lat]) => lat);
      const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
      const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
      return [least(lons), least(lats), most(lons), most(lats)];
    },
  };
}

function keyOf(record: object): string {
  for (const key of ["code", "nodeId", "id"]) {
    if (key in record) return String((record as Record<string, unknown>)[key]);
  }
  throw new Error("A record without an id reached the store.");
}
