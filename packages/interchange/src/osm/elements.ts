/** Nodes, ways and relations of an `.osm.pbf` file, batch by batch, in the file's order. */
import { parse } from "osm-pbf-parser-node";
import { PbfFault, readPbfBlobs, replicationSeconds } from "./pbf-blobs.ts";

export type Tags = Readonly<Record<string, string>>;
export interface OsmNode {
  readonly type: "node";
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Tags;
}
export interface OsmWay {
  readonly type: "way";
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Tags;
}
export interface OsmMember {
  readonly type: "node" | "way" | "relation";
  readonly ref: number;
  readonly role: string;
}
export interface OsmRelation {
  readonly type: "relation";
  readonly id: number;
  readonly members: readonly OsmMember[];
  readonly tags?: Tags;
}
export type OsmElement = OsmNode | OsmWay | OsmRelation;

export interface OsmBatch {
  readonly elements: readonly OsmElement[];
  readonly bytesRead: number;
  /** Seconds since 1970 of the extract, known after the header; null where the file does not say. */
  readonly timestampSeconds: number | null;
}

const everyTag = { node: true, way: true, relation: true };

export async function* readOsmElements(path: string): AsyncGenerator<OsmBatch, void, undefined> {
  let timestampSeconds: number | null = null;
  for await (const { type, content, bytesRead } of readPbfBlobs(path)) {
    if (type === "OSMHeader") timestampSeconds = replicationSeconds(content);
    // The format tells readers to skip blob types they do not know.
    if (type !== "OSMData") continue;
    yield { elements: parseBlock(content), bytesRead, timestampSeconds };
  }
}

function parseBlock(content: Buffer): readonly OsmElement[] {
  try {
    // The parser's declarations say `object`; its source builds exactly these three shapes.
    return parse(content, everyTag as object) as unknown as readonly OsmElement[];
  } catch (cause) {
    throw new PbfFault("A block does not hold OpenStreetMap data.", false, { cause });
  }
}
