/** The plain MIP solver of HiGHS on an MPS file, in a process of its own: `node plain-highs.ts FILE SECONDS`. */
import { readFileSync } from "node:fs";
import { loadSolver } from "@firecover/location-allocation";

const [path, seconds] = process.argv.slice(2);
const { highs } = await loadSolver();
const model = highs.createModel({ format: "mps", data: readFileSync(path!) });
model.options.set({ output_flag: false, time_limit: Number(seconds), mip_rel_gap: 0, mip_abs_gap: 0.99 });
const began = performance.now();
model.run();
const answer = {
  seconds: (performance.now() - began) / 1000,
  /** 7 = optimal. */
  isProven: model.getModelStatus() === 7,
  objective: model.getObjectiveValue(),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
model.dispose();
process.stdout.write(JSON.stringify(answer));
