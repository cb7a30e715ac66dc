/** Roads of the register to the engine's network, as the bytes that are kept, sent to workers and hashed. */
import { createHash } from "node:crypto";
import type { Road, RoadBarrier, TurnRestriction } from "@firecover/domain";
import { roadsToNetworkInput } from "@firecover/interchange";
import { buildRoadNetwork, encodeRoadNetwork } from "@firecover/road-network";

export interface NetworkPayload {
  readonly roads: readonly Road[];
  readonly barriers: readonly RoadBarrier[];
  readonly turnRestrictions: readonly TurnRestriction[];
}

export function buildNetwork({ roads, barriers, turnRestrictions }: NetworkPayload): Uint8Array {
  return encodeRoadNetwork(buildRoadNetwork(roadsToNetworkInput(roads, barriers, turnRestrictions)).network);
}

/** Names a network by its content. */
export const networkHashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
