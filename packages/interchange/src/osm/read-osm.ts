/** Reads an `.osm.pbf` file, its objects in any order, into the records that firecover keeps. */
import { basename } from "node:path";
import type {
  Building,
  FireStation,
  LandCover,
  OnProgress,
  Road,
  RoadBarrier,
  TurningPlace,
  TurnRestriction,
  WaterSource,
} from "@firecover/domain";
import { createIssueList, type IssueList } from "../issues.ts";
import { readBuilding } from "./buildings.ts";
import { type CollectedElements, collectElements } from "./collect-elements.ts";
import { draftingCandidates, type WaterBody } from "./drafting-candidates.ts";
import type { OsmElement, OsmRelation } from "./elements.ts";
import { readFireStation } from "./fire-stations.ts";
import { isWater, readLandCover } from "./land-cover.ts";
import type { RecordOrigin } from "./origin.ts";
import { stoppingBarrierOf, turningPlaceOf } from "./road-tags.ts";
import { readRoad } from "./roads.ts";
import { createShapes, holesOfOldStyle, type Shapes } from "./shapes.ts";
import { readTurnRestrictions } from "./turn-restrictions.ts";
import { readWaterSource } from "./water-sources.ts";

export interface ReadOsmOptions {
  onProgress?: OnProgress | undefined;
  signal?: AbortSignal | undefined;
  /** Name shown as the records' source; the file's own by default. */
  source?: string | undefined;
  /** ISO date; by default the extract's own timestamp, else `today`. */
  dataDate?: string | undefined;
  /** ISO date; the clock's by default. */
  today?: string | undefined;
  /** Where faults are told; a list of its own by default. */
  issues?: IssueList | undefined;
  /** Marks every record as invented. */
  isSynthetic?: boolean | undefined;
  /** Roads, barriers, turning places and turn restrictions, nothing else. */
  roadsOnly?: boolean | undefined;
}

/** Objects of each sort that the file holds, whether they could be kept or not. */
export interface OsmCounts {
  nodes: number;
  ways: number;
  relations: number;
  highwayWays: number;
  barriers: number;
  turningPlaces: number;
  restrictionRelations: number;
  fireStations: number;
  taggedWaterSources: number;
  buildings: number;
  /** `natural=water` and `waterway=*`, the plain reading of "water". */
  waterFeatures: number;
  landCover: number;
}

export interface OsmData {
  roads: Road[];
  barriers: RoadBarrier[];
  turningPlaces: TurningPlace[];
  turnRestrictions: TurnRestriction[];
  fireStations: FireStation[];
  /** Tagged ones first, then natural drafting candidates. */
  waterSources: WaterSource[];
  buildings: Building[];
  landCover: LandCover[];
  counts: OsmCounts;
  taggedWaterSourceCount: number;
  /** Restriction relations of which nothing is kept: unusable, or not binding engines. */
  refusedRestrictions: number;
  issues: IssueList;
}

export async function readOsm(path: string, options: ReadOsmOptions = {}): Promise<OsmData> {
  const { onProgress, signal } = options;
  const issues = options.issues ?? createIssueList();
  const file = await collectElements(path, onProgress, signal);
  if (options.roadsOnly) forgetAllButRoads(file);
  const origin: RecordOrigin = {
    source: options.source ?? basename(path),
    dataDate: options.dataDate ?? isoDate(file.timestampSeconds) ?? options.today ?? todayByClock(),
    isSynthetic: options.isSynthetic ?? false,
  };
  const shapes = createShapes(file.nodes, file.refsOfWay, holesOfOldStyle(file.multipolygons));
  const outerWayIds = outerWaysOf(file.buildings);

  const roads = kept(file.highways, (way) => readRoad(way, file.nodes, origin, issues));
  onProgress?.({ phase: "roads", done: roads.length, total: file.highways.length });
  signal?.throwIfAborted();
  const restrictions = readRestrictions(file, roads, issues);
  const fireStations = kept(file.fireStations, (e) => readFireStation(e, shapes, origin, issues));
  const tagged = kept(file.waterSources, (e) => readWaterSource(e, shapes, origin, issues));
  const buildings = kept(file.buildings, (e) => readBuilding(e, shapes, outerWayIds, origin, issues));
  onProgress?.({ phase: "buildings", done: buildings.length, total: file.buildings.length });
  signal?.throwIfAborted();
  const { landCover, waterBodies } = readCover(file, shapes, origin, issues);
  const candidates = draftingCandidates(waterBodies, roads, origin);
  onProgress?.({ phase: "water", done: candidates.length, total: candidates.length });

  return {
    roads,
    barriers: file.barriers.map((node) => ({
      nodeId: node.id,
      kind: stoppingBarrierOf(node.tags ?? {}) ?? "barrier",
      location: [node.lon, node.lat],
    })),
    turningPlaces: kept(file.turningPlaces, ({ id, tags = {}, lon, lat }) => {
      const kind = turningPlaceOf(tags);
      return kind && { nodeId: id, kind, location: [lon, lat] };
    }),
    ...restrictions,
    fireStations,
    waterSources: [...tagged, ...candidates],
    taggedWaterSourceCount: tagged.length,
    buildings,
    landCover,
    counts: countsOf(file),
    issues,
  };
}

function kept<Element, Kept>(elements: readonly Element[], read: (element: Element) => Kept | null): Kept[] {
  const records: Kept[] = [];
  for (const element of elements) {
    const record = read(element);
    if (record !== null) records.push(record);
  }
  return records;
}

function readRestrictions(
  file: CollectedElements,
  roads: readonly Road[],
  issues: IssueList,
): Pick<OsmData, "turnRestrictions" | "refusedRestrictions"> {
  const nodeIdsOfRoad = new Map(roads.map((road) => [road.id as number, road.nodeIds]));
  const turnRestrictions: TurnRestriction[] = [];
  let refusedRestrictions = 0;
  for (const relation of file.restrictions) {
    const read = readTurnRestrictions(relation, (id) => nodeIdsOfRoad.get(id) ?? null, issues);
    if (read.length === 0) refusedRestrictions++;
    turnRestrictions.push(...read);
  }
  return { turnRestrictions, refusedRestrictions };
}

function forgetAllButRoads(file: CollectedElements): void {
  for (const layer of [file.fireStations, file.waterSources, file.buildings, file.landCover])
    layer.length = 0;
}

function readCover(
  file: CollectedElements,
  shapes: Shapes,
  origin: RecordOrigin,
  issues: IssueList,
): { landCover: LandCover[]; waterBodies: WaterBody[] } {
  const landCover: LandCover[] = [];
  const waterBodies: WaterBody[] = [];
  for (const element of file.landCover) {
    const cover = readLandCover(element, shapes, origin, issues);
    if (!cover) continue;
    landCover.push(cover);
    const tags = element.tags ?? {};
    if (isWater(tags)) waterBodies.push({ cover, tags });
  }
  return { landCover, waterBodies };
}

/** Outer ways of building relations. */
function outerWaysOf(buildings: readonly OsmElement[]): Set<number> {
  const relations = buildings.filter((element): element is OsmRelation => element.type === "relation");
  return new Set(
    relations.flatMap(({ members }) =>
      members.filter((m) => m.type === "way" && m.role !== "inner").map((m) => m.ref),
    ),
  );
}

function countsOf(file: CollectedElements): OsmCounts {
  return {
    ...file.counts,
    highwayWays: file.highways.length,
    barriers: file.barriers.length,
    turningPlaces: file.turningPlaces.length,
    restrictionRelations: file.restrictions.length,
    fireStations: file.fireStations.length,
    taggedWaterSources: file.waterSources.length,
    buildings: file.buildings.length,
    waterFeatures: file.landCover.filter(
      ({ tags }) => tags?.["natural"] === "water" || tags?.["waterway"] !== undefined,
    ).length,
    landCover: file.landCover.length,
  };
}

function isoDate(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
}

export function todayByClock(): string {
  return new Date().toISOString().slice(0, 10);
}
