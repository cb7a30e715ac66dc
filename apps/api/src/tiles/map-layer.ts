/** One layer of tiles: its geometry, and what each feature says at a zoom. */
import type { LayerName } from "@firecover/domain";
import type { TileIndex, TileProperties } from "./tile-index.ts";

export interface MapLayer {
  readonly index: TileIndex;
  readonly propertiesAt: (zoom: number) => (feature: number) => TileProperties;
}

/** Leaves out what is null: a tile has no word for "unknown". */
export function present(properties: Record<string, string | number | null>): TileProperties {
  const kept: TileProperties = {};
  for (const [key, value] of Object.entries(properties)) if (value !== null) kept[key] = value;
  return kept;
}

/** What TileJSON says of a layer, known without reading its data. */
export interface LayerDescription {
  readonly description: string;
  readonly minZoom: number;
  readonly fields: Readonly<Record<string, string>>;
}

const seconds = {
  seconds_certain: "Number: seconds from the alarm to the first engine; absent where none comes",
  seconds_possible: "Number: the same where unmeasured attributes count as passing",
};
const answers = {
  ...seconds,
  access_certain: "Number: 1 = met, 0 = not met",
  access_possible: "Number: 1 = met, 0 = not met",
  water_certain: "Number: 1 = met, 0 = not met",
  water_possible: "Number: 1 = met, 0 = not met",
  force_certain: "Number: 1 = met, 0 = not met",
  force_possible: "Number: 1 = met, 0 = not met",
  inside_radius: "Number: 1 = inside the legal radius",
};

export const layerDescriptions: Readonly<Record<LayerName, LayerDescription>> = {
  premises: {
    description: "Premises with their answers of the run",
    minZoom: 7,
    fields: {
      id: "String",
      name: "String",
      category: "String",
      hazard: "String: hazard class",
      tier: "String: management tier",
      inspection: "String: next inspection date, ISO",
      ...answers,
    },
  },
  "water-sources": {
    description: "Hydrants, tanks, ponds and other water",
    minZoom: 9,
    fields: {
      id: "String",
      name: "String",
      kind: "String",
      state: "String",
      flow_lps: "Number",
      volume_m3: "Number",
    },
  },
  "fire-stations": {
    description: "Fire stations",
    minZoom: 4,
    fields: {
      id: "String",
      name: "String",
      kind: "String",
      engines: "Number: in service; absent where nobody said",
    },
  },
  roads: {
    description: "Stretches of road between junctions, with the seconds at their middle",
    minZoom: 6,
    fields: {
      id: "Number: id of the way",
      edge: "Number: place in the run's road network",
      name: "String",
      class: "String",
      oneway: "Number: 1 forward, -1 backward; absent on two-way roads",
      width: "Number: measured clear width, metres",
      access: "String: private or no; absent where engines may enter",
      ...seconds,
    },
  },
  communes: {
    description:
      "Communes with the share of people whose first engine is there within the standard's threshold",
    minZoom: 4,
    fields: {
      code: "String",
      name: "String",
      kind: "String",
      population: "Number",
      share_certain: "Number: 0 to 1",
      share_possible: "Number: 0 to 1",
    },
  },
  "density-cells": {
    description: "People on H3 cells of resolution 9, with their answers of the run",
    minZoom: 9,
    fields: { h3: "String", people: "Number", per_km2: "Number", ...answers },
  },
  "coverage-gaps": {
    description:
      "Premises that fail at least one question in the certain result, at the standard's threshold",
    minZoom: 7,
    fields: {
      id: "String",
      name: "String",
      category: "String",
      time_certain: "Number: 1 = fails",
      access_certain: "Number: 1 = fails",
      water_certain: "Number: 1 = fails",
      force_certain: "Number: 1 = fails",
      time_possible: "Number: 1 = fails",
      access_possible: "Number: 1 = fails",
      water_possible: "Number: 1 = fails",
      force_possible: "Number: 1 = fails",
      ...seconds,
    },
  },
  "land-cover": {
    description: "Water, waterways, parks and forests as background",
    minZoom: 6,
    fields: { kind: "String", name: "String" },
  },
};
