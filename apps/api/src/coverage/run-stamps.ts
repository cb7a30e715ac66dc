/** Stamps of runs about to be asked for: reckoned once for the same state of the registers. */
import { createHash } from "node:crypto";
import type { ResultStamp } from "@firecover/domain";
import { createCache } from "../cache.ts";
import { runTask, type TaskOptions } from "../jobs/run-task.ts";
import { inputKeyOf, type RunInputs, sourceOf, stampOptions } from "./run-inputs.ts";

const stampsKept = 300;

export function createStamper(): (inputs: RunInputs, options?: TaskOptions) => Promise<ResultStamp> {
  const held = createCache<ResultStamp>(stampsKept);
  return async (inputs, options) => {
    const { baseline, standard, parameters, changed } = inputs;
    const asked = `${inputKeyOf(baseline.key, standard)} ${JSON.stringify([parameters, changed?.changes])}`;
    const key = createHash("sha256").update(asked).digest("hex");
    const known = held.get(key);
    if (known) return { ...known, computedAt: new Date().toISOString() };
    const payload = { source: sourceOf(inputs), options: stampOptions(baseline.stamps) };
    const stamp = await runTask("stamp-run", payload, options);
    held.set(key, stamp, 1);
    return stamp;
  };
}
