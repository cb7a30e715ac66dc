/** Roads of the register to the engine's network, as the bytes that are kept, sent to workers and hashed. */
import { createHash } from "node:crypto";
import { type RoadRecords, roadsToNetworkInput } from "@firecover/interchange";
import { buildRoadNetwork, encodeRoadNetwork } from "@firecover/road-network";

export function buildNetwork(records: RoadRecords): Uint8Array {
  return encodeRoadNetwork(buildRoadNetwork(roadsToNetworkInput(records)).network);
}

/** Names a network by its content. */
export const networkHashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
