/** One pass over the file: coordinates into typed arrays, objects of interest by layer, the rest counted. */
import { stat } from "node:fs/promises";
import type { OnProgress } from "@firecover/domain";
import { isBuilding } from "./buildings.ts";
import {
  type OsmElement,
  type OsmNode,
  type OsmRelation,
  type OsmWay,
  readOsmElements,
  type Tags,
} from "./elements.ts";
import { isFireStation } from "./fire-stations.ts";
import { isLandCover } from "./land-cover.ts";
import { createNodeStore, type NodeStore } from "./node-store.ts";
import { stoppingBarrierOf, turningPlaceOf } from "./road-tags.ts";
import { isTaggedWaterSource } from "./water-sources.ts";

export interface CollectedElements {
  nodes: NodeStore;
  /** Every way, since a multipolygon may be made of any. */
  refsOfWay: Map<number, readonly number[]>;
  barriers: OsmNode[];
  turningPlaces: OsmNode[];
  highways: OsmWay[];
  restrictions: OsmRelation[];
  multipolygons: OsmRelation[];
  fireStations: OsmElement[];
  waterSources: OsmElement[];
  buildings: OsmElement[];
  landCover: OsmElement[];
  counts: { nodes: number; ways: number; relations: number };
  timestampSeconds: number | null;
}

export async function collectElements(
  path: string,
  onProgress?: OnProgress,
  signal?: AbortSignal,
): Promise<CollectedElements> {
  const { size } = await stat(path);
  const found: CollectedElements = {
    nodes: createNodeStore(),
    refsOfWay: new Map(),
    barriers: [],
    turningPlaces: [],
    highways: [],
    restrictions: [],
    multipolygons: [],
    fireStations: [],
    waterSources: [],
    buildings: [],
    landCover: [],
    counts: { nodes: 0, ways: 0, relations: 0 },
    timestampSeconds: null,
  };
  for await (const batch of readOsmElements(path)) {
    signal?.throwIfAborted();
    found.timestampSeconds = batch.timestampSeconds;
    for (const element of batch.elements) collect(element, found);
    onProgress?.({ phase: "read", done: batch.bytesRead, total: size });
  }
  return found;
}

function collect(element: OsmElement, found: CollectedElements): void {
  const { tags } = element;
  if (element.type === "node") {
    found.counts.nodes++;
    found.nodes.add(element.id, element.lon, element.lat);
    if (tags && stoppingBarrierOf(tags) !== null) found.barriers.push(element);
    if (tags && turningPlaceOf(tags) !== null) found.turningPlaces.push(element);
  } else if (element.type === "way") {
    found.counts.ways++;
    found.refsOfWay.set(element.id, element.refs);
    if (tags?.["highway"] !== undefined) found.highways.push(element);
  } else {
    found.counts.relations++;
    if (tags?.["type"] === "restriction") found.restrictions.push(element);
    if (tags?.["type"] === "multipolygon") found.multipolygons.push(element);
  }
  if (tags) collectByTags(element, tags, found);
}

function collectByTags(element: OsmElement, tags: Tags, found: CollectedElements): void {
  if (isFireStation(tags)) found.fireStations.push(element);
  if (isTaggedWaterSource(tags)) found.waterSources.push(element);
  if (isBuilding(tags)) found.buildings.push(element);
  if (isLandCover(tags)) found.landCover.push(element);
}
