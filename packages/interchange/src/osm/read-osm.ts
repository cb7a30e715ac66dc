/** Reads an `.osm.pbf` file once, in any order, into the records that firecover keeps. */
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { OnProgress, Road, RoadBarrier, TurnRestriction } from "@firecover/domain";
import { createIssueList, type IssueList } from "../issues.ts";
import { type OsmElement, type OsmNode, type OsmRelation, type OsmWay, readOsmElements } from "./elements.ts";
import { createNodeStore, type NodeStore } from "./node-store.ts";
import type { RecordOrigin } from "./origin.ts";
import { stoppingBarrierOf } from "./road-tags.ts";
import { readRoad } from "./roads.ts";
import { readTurnRestrictions } from "./turn-restrictions.ts";

export interface ReadOsmOptions {
  onProgress?: OnProgress | undefined;
  signal?: AbortSignal | undefined;
  /** Name shown as the records' source; the file's own by default. */
  source?: string | undefined;
  /** ISO date; by default the extract's own timestamp, else today's. */
  dataDate?: string | undefined;
}

export interface OsmData {
  roads: Road[];
  barriers: RoadBarrier[];
  turnRestrictions: TurnRestriction[];
  counts: { nodes: number; ways: number; relations: number; highwayWays: number };
  issues: IssueList;
}

export async function readOsm(path: string, options: ReadOsmOptions = {}): Promise<OsmData> {
  const issues = createIssueList();
  const file = await collectElements(path, options);
  const origin: RecordOrigin = {
    source: options.source ?? basename(path),
    dataDate: options.dataDate ?? isoDate(file.timestampSeconds),
    isSynthetic: false,
  };

  const roads: Road[] = [];
  for (const way of file.highwayWays) {
    const road = readRoad(way, file.nodes, origin, issues);
    if (road) roads.push(road);
  }
  const nodeIdsOfRoad = new Map(roads.map((road) => [road.id as number, road.nodeIds]));
  const turnRestrictions = file.restrictionRelations.flatMap((relation) =>
    readTurnRestrictions(relation, (id) => nodeIdsOfRoad.get(id) ?? null, issues),
  );
  const barriers = file.barrierNodes.map((node): RoadBarrier => {
    return {
      nodeId: node.id,
      kind: stoppingBarrierOf(node.tags ?? {}) ?? "",
      location: [node.lon, node.lat],
    };
  });
  return {
    roads,
    barriers,
    turnRestrictions,
    counts: { ...file.counts, highwayWays: file.highwayWays.length },
    issues,
  };
}

interface CollectedElements {
  nodes: NodeStore;
  barrierNodes: OsmNode[];
  highwayWays: OsmWay[];
  restrictionRelations: OsmRelation[];
  counts: { nodes: number; ways: number; relations: number };
  timestampSeconds: number | null;
}

async function collectElements(path: string, options: ReadOsmOptions): Promise<CollectedElements> {
  const { size } = await stat(path);
  const found: CollectedElements = {
    nodes: createNodeStore(),
    barrierNodes: [],
    highwayWays: [],
    restrictionRelations: [],
    counts: { nodes: 0, ways: 0, relations: 0 },
    timestampSeconds: null,
  };
  for await (const batch of readOsmElements(path)) {
    options.signal?.throwIfAborted();
    found.timestampSeconds = batch.timestampSeconds;
    for (const element of batch.elements) collect(element, found);
    options.onProgress?.({ phase: "read", done: batch.bytesRead, total: size });
  }
  return found;
}

function collect(element: OsmElement, found: CollectedElements): void {
  const { tags } = element;
  if (element.type === "node") {
    found.counts.nodes++;
    found.nodes.add(element.id, element.lon, element.lat);
    if (tags && stoppingBarrierOf(tags) !== null) found.barrierNodes.push(element);
  } else if (element.type === "way") {
    found.counts.ways++;
    if (tags?.["highway"] !== undefined) found.highwayWays.push(element);
  } else {
    found.counts.relations++;
    if (tags?.["type"] === "restriction") found.restrictionRelations.push(element);
  }
}

function isoDate(seconds: number | null): string {
  return new Date(seconds === null ? Date.now() : seconds * 1000).toISOString().slice(0, 10);
}
