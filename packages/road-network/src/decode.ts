/** Reads a network file. */
import { estimatedMillimetres } from "./chainage.ts";
import {
  checksum,
  formatVersion,
  headerBytes,
  magic,
  perDegree,
  perKph,
  perMetre,
  perTonne,
} from "./file-format.ts";
import type { RestrictionPaths, RoadNetwork } from "./network.ts";
import { ByteReader } from "./varint.ts";

/** Throws with a sentence that names what is wrong when the bytes are no network file of this version. */
export function decodeRoadNetwork(bytes: Uint8Array): RoadNetwork {
  const reader = new ByteReader(bodyOf(bytes), 0);
  const nodes = readNodes(reader);
  const ways = readWays(reader);
  const edges = readEdges(reader, nodes);
  return { ...nodes, ...ways, ...edges, restrictions: readRestrictions(reader) };
}

function bodyOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < headerBytes || magic.some((byte, i) => bytes[i] !== byte)) {
    throw new Error("These bytes are no road network file.");
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = header.getUint32(4, true);
  if (version !== formatVersion) {
    throw new Error(
      `The road network file has version ${version}; this program reads version ${formatVersion}.`,
    );
  }
  const body = bytes.subarray(headerBytes);
  const expected = header.getUint32(8, true);
  if (body.length !== expected) {
    throw new Error(
      `The road network file is cut off or overlong: ${body.length} bytes instead of ${expected}.`,
    );
  }
  if (checksum(body) !== header.getUint32(12, true)) {
    throw new Error("The road network file is damaged: its checksum does not match.");
  }
  return body;
}

function readNodes(reader: ByteReader) {
  const nodeCount = reader.unsigned();
  const nodeLon = readDifferences(reader, new Float64Array(nodeCount), perDegree);
  const nodeLat = readDifferences(reader, new Float64Array(nodeCount), perDegree);
  const nodeIsBarrier = readMarkedNodes(reader, nodeCount);
  const nodeIsTurningPlace = readMarkedNodes(reader, nodeCount);
  return { nodeCount, nodeLon, nodeLat, nodeIsBarrier, nodeIsTurningPlace };
}

function readMarkedNodes(reader: ByteReader, nodeCount: number): Uint8Array {
  const isMarked = new Uint8Array(nodeCount);
  for (const u of readDifferences(reader, new Float64Array(reader.unsigned()), 1)) isMarked[u] = 1;
  return isMarked;
}

function readWays(reader: ByteReader) {
  const wayCount = reader.unsigned();
  const wayId = readDifferences(reader, new Float64Array(wayCount), 1);
  const wayClass = new Uint8Array(wayCount);
  for (let w = 0; w < wayCount; w++) wayClass[w] = reader.unsigned();
  const wayDirection = new Uint8Array(wayCount);
  const wayAccess = new Uint8Array(wayCount);
  for (let w = 0; w < wayCount; w++) {
    const code = reader.unsigned();
    wayDirection[w] = code % 3;
    wayAccess[w] = Math.floor(code / 3);
  }
  const wayMaxSpeedKph = readOptional(reader, wayCount, perKph);
  const wayWidthMetres = readOptional(reader, wayCount, perMetre);
  const wayMaxHeightMetres = readOptional(reader, wayCount, perMetre);
  const wayMaxWeightTonnes = readOptional(reader, wayCount, perTonne);

  const text = new TextDecoder();
  const names: (string | null)[] = [null];
  const nameCount = reader.unsigned();
  for (let i = 0; i < nameCount; i++) names.push(text.decode(reader.raw(reader.unsigned())));
  const wayName: (string | null)[] = [];
  for (let w = 0; w < wayCount; w++) wayName.push(names[reader.unsigned()]!);
  return {
    wayCount,
    wayId,
    wayClass,
    wayDirection,
    wayAccess,
    wayMaxSpeedKph,
    wayWidthMetres,
    wayMaxHeightMetres,
    wayMaxWeightTonnes,
    wayName,
  };
}

function readEdges(reader: ByteReader, { nodeLon, nodeLat }: Pick<RoadNetwork, "nodeLon" | "nodeLat">) {
  const edgeCount = reader.unsigned();
  const edgeTail = new Uint32Array(edgeCount);
  const edgeHead = new Uint32Array(edgeCount);
  let low = 0;
  for (let e = 0; e < edgeCount; e++) {
    low += reader.unsigned();
    edgeTail[e] = low;
  }
  for (let e = 0; e < edgeCount; e++) {
    const span = reader.signed();
    if (span >= 0) edgeHead[e] = edgeTail[e]! + span;
    else {
      edgeHead[e] = edgeTail[e]!;
      edgeTail[e] = edgeHead[e]! - span;
    }
  }
  const edgeWay = new Uint32Array(edgeCount);
  let nextWay = 0;
  for (let e = 0; e < edgeCount; e++) {
    edgeWay[e] = nextWay - reader.unsigned();
    if (edgeWay[e] === nextWay) nextWay++;
  }
  const edgeFirstPoint = new Uint32Array(edgeCount + 1);
  for (let e = 0; e < edgeCount; e++) edgeFirstPoint[e + 1] = edgeFirstPoint[e]! + reader.unsigned() + 2;
  const topology = { edgeCount, edgeTail, edgeHead, edgeWay, edgeFirstPoint };
  const pointLon = readPoints(reader, topology, nodeLon);
  const pointLat = readPoints(reader, topology, nodeLat);
  const edgeLengthMillimetres = new Uint32Array(edgeCount);
  const geometry = { edgeFirstPoint, pointLon, pointLat };
  for (let e = 0; e < edgeCount; e++)
    edgeLengthMillimetres[e] = estimatedMillimetres(geometry, e) + reader.signed();
  return { ...topology, pointLon, pointLat, edgeLengthMillimetres };
}

type Topology = Pick<RoadNetwork, "edgeCount" | "edgeTail" | "edgeHead" | "edgeFirstPoint">;

function readPoints(
  reader: ByteReader,
  { edgeCount, edgeTail, edgeHead, edgeFirstPoint }: Topology,
  node: Float64Array,
): Float64Array {
  const point = new Float64Array(edgeFirstPoint[edgeCount]!);
  for (let e = 0; e < edgeCount; e++) {
    const first = edgeFirstPoint[e]!;
    const last = edgeFirstPoint[e + 1]! - 1;
    point[first] = node[edgeTail[e]!]!;
    point[last] = node[edgeHead[e]!]!;
    let value = Math.round(point[first]! * perDegree);
    for (let p = first + 1; p < last; p++) {
      value += reader.signed();
      point[p] = value / perDegree;
    }
  }
  return point;
}

function readRestrictions(reader: ByteReader): RestrictionPaths {
  const count = reader.unsigned();
  const isOnly = new Uint8Array(count);
  const firstStep = new Uint32Array(count + 1);
  for (let r = 0; r < count; r++) {
    isOnly[r] = reader.unsigned();
    firstStep[r + 1] = firstStep[r]! + reader.unsigned();
  }
  return { count, isOnly, firstStep, step: readDifferences(reader, new Uint32Array(firstStep[count]!), 1) };
}

function readDifferences<T extends Float64Array | Uint32Array>(
  reader: ByteReader,
  values: T,
  scale: number,
): T {
  let value = 0;
  for (let i = 0; i < values.length; i++) {
    value += reader.signed();
    values[i] = value / scale;
  }
  return values;
}

function readOptional(reader: ByteReader, count: number, scale: number): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const code = reader.unsigned();
    values[i] = code === 0 ? Number.NaN : (code - 1) / scale;
  }
  return values;
}
