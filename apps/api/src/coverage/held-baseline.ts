/** The baseline in memory, read anew when a layer it rests on has changed. */
import type { Database } from "@firecover/database";
import { decodeRoadNetwork, type RoadNetwork } from "@firecover/road-network";
import type { TaskOptions } from "../jobs/run-task.ts";
import { type Baseline, baselineKey, loadBaseline } from "./baseline.ts";
import { derivedFiles } from "./derived-files.ts";
import type { StampReader } from "./layer-stamps.ts";

export interface HeldBaseline {
  read(options?: TaskOptions): Promise<Baseline>;
  /** Decoded once per state of the roads. */
  network(): Promise<{ readonly network: RoadNetwork; readonly hash: string }>;
}

/** `derivedFolder` null = what is derived is kept in memory. */
export function holdBaseline(
  database: Database,
  stamps: StampReader,
  derivedFolder: string | null,
): HeldBaseline {
  const files = derivedFiles(derivedFolder);
  let held: Baseline | null = null;
  let loading: Promise<Baseline> | undefined;
  let decoded: { network: RoadNetwork; hash: string } | undefined;

  /** One reading at a time; whoever asks meanwhile shares it. */
  async function read(options?: TaskOptions): Promise<Baseline> {
    if (held && held.key === baselineKey(await stamps.read())) return held;
    loading ??= loadBaseline(database, { baseline: held, files }, options)
      .then((loaded) => {
        held = loaded;
        stamps.invalidate(); // cells may have been written
        return loaded;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  }

  return {
    read,
    async network() {
      const { networkBytes, networkHash } = await read();
      if (decoded?.hash !== networkHash)
        decoded = { network: decodeRoadNetwork(networkBytes), hash: networkHash };
      return decoded;
    },
  };
}
