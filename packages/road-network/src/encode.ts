/** Writes a network as one binary file. */
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
import type { RoadNetwork } from "./network.ts";
import { ByteWriter } from "./varint.ts";

/**
 * Columns of variable-length whole numbers, as differences from what came before where neighbours are alike.
 * The same network gives the same bytes; `decodeRoadNetwork` gives it back exactly.
 */
export function encodeRoadNetwork(network: RoadNetwork): Uint8Array {
  const writer = new ByteWriter();
  writeNodes(writer, network);
  writeWays(writer, network);
  writeEdges(writer, network);
  writeRestrictions(writer, network);
  const body = writer.finish();

  const file = new Uint8Array(headerBytes + body.length);
  const header = new DataView(file.buffer);
  file.set(magic);
  header.setUint32(4, formatVersion, true);
  header.setUint32(8, body.length, true);
  header.setUint32(12, checksum(body), true);
  file.set(body, headerBytes);
  return file;
}

function writeNodes(writer: ByteWriter, network: RoadNetwork): void {
  const { nodeCount, nodeLon, nodeLat, nodeIsBarrier, nodeIsTurningPlace } = network;
  writer.unsigned(nodeCount);
  writeDifferences(writer, nodeLon, perDegree);
  writeDifferences(writer, nodeLat, perDegree);
  writeMarkedNodes(writer, nodeIsBarrier);
  writeMarkedNodes(writer, nodeIsTurningPlace);
}

/** Few nodes are marked: their numbers take less than a byte for each node. */
function writeMarkedNodes(writer: ByteWriter, isMarked: Uint8Array): void {
  const marked: number[] = [];
  for (let u = 0; u < isMarked.length; u++) if (isMarked[u] === 1) marked.push(u);
  writer.unsigned(marked.length);
  writeDifferences(writer, marked, 1);
}

function writeWays(writer: ByteWriter, network: RoadNetwork): void {
  writer.unsigned(network.wayCount);
  writeDifferences(writer, network.wayId, 1);
  for (let w = 0; w < network.wayCount; w++) writer.unsigned(network.wayClass[w]!);
  for (let w = 0; w < network.wayCount; w++)
    writer.unsigned(network.wayDirection[w]! + 3 * network.wayAccess[w]!);
  writeOptional(writer, network.wayMaxSpeedKph, perKph);
  writeOptional(writer, network.wayWidthMetres, perMetre);
  writeOptional(writer, network.wayMaxHeightMetres, perMetre);
  writeOptional(writer, network.wayMaxWeightTonnes, perTonne);

  const names = [...new Set(network.wayName.filter((name) => name !== null))];
  const numberOf = new Map(names.map((name, i) => [name, i + 1]));
  const text = new TextEncoder();
  writer.unsigned(names.length);
  for (const name of names) {
    const bytes = text.encode(name);
    writer.unsigned(bytes.length);
    writer.raw(bytes);
  }
  for (const name of network.wayName) writer.unsigned(name === null ? 0 : numberOf.get(name)!);
}

function writeEdges(writer: ByteWriter, network: RoadNetwork): void {
  const { edgeCount, edgeTail, edgeHead, edgeWay, edgeFirstPoint } = network;
  writer.unsigned(edgeCount);
  let lastLow = 0;
  for (let e = 0; e < edgeCount; e++) {
    const low = Math.min(edgeTail[e]!, edgeHead[e]!);
    writer.unsigned(low - lastLow); // edges are in order of their lower node
    lastLow = low;
  }
  for (let e = 0; e < edgeCount; e++) {
    const span = edgeHead[e]! - edgeTail[e]!;
    writer.signed(span);
  }
  let nextWay = 0;
  for (let e = 0; e < edgeCount; e++) {
    writer.unsigned(nextWay - edgeWay[e]!); // 0 = a way not met before, else so many ways back
    if (edgeWay[e] === nextWay) nextWay++;
  }
  for (let e = 0; e < edgeCount; e++) writer.unsigned(edgeFirstPoint[e + 1]! - edgeFirstPoint[e]! - 2);
  writeInnerPoints(writer, network, network.pointLon, network.nodeLon);
  writeInnerPoints(writer, network, network.pointLat, network.nodeLat);
  for (let e = 0; e < edgeCount; e++) {
    writer.signed(network.edgeLengthMillimetres[e]! - estimatedMillimetres(network, e));
  }
}

function writeInnerPoints(
  writer: ByteWriter,
  network: RoadNetwork,
  point: Float64Array,
  node: Float64Array,
): void {
  for (let e = 0; e < network.edgeCount; e++) {
    let last = Math.round(node[network.edgeTail[e]!]! * perDegree);
    for (let p = network.edgeFirstPoint[e]! + 1; p < network.edgeFirstPoint[e + 1]! - 1; p++) {
      const value = Math.round(point[p]! * perDegree);
      writer.signed(value - last);
      last = value;
    }
  }
}

function writeRestrictions(writer: ByteWriter, { restrictions }: RoadNetwork): void {
  writer.unsigned(restrictions.count);
  for (let r = 0; r < restrictions.count; r++) {
    writer.unsigned(restrictions.isOnly[r]!);
    writer.unsigned(restrictions.firstStep[r + 1]! - restrictions.firstStep[r]!);
  }
  writeDifferences(writer, restrictions.step, 1);
}

function writeDifferences(writer: ByteWriter, values: ArrayLike<number>, scale: number): void {
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    const value = Math.round(values[i]! * scale);
    writer.signed(value - last);
    last = value;
  }
}

/** 0 = absent. */
function writeOptional(writer: ByteWriter, values: Float64Array, scale: number): void {
  for (const value of values) writer.unsigned(Number.isNaN(value) ? 0 : 1 + Math.round(value * scale));
}
