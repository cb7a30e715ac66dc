/** One solve in a process of its own, so that its memory is its own: `node location-once.ts NAME SEED SECONDS`. */
import { loadSolver } from "@firecover/location-allocation";
import { locationCase } from "./location-cases.ts";
import type { LocationCaseName } from "./location-sizes.ts";

const [name, seed, seconds] = process.argv.slice(2);
const { instance, problem } = locationCase(name as LocationCaseName, Number(seed));
const solver = await loadSolver();
let firstAnswerSeconds: number | null = null;
const began = performance.now();
const { status, objective, bound, gap } = solver.solve(instance, problem, {
  timeLimitSeconds: Number(seconds),
  onProgress: ({ incumbent }) => {
    if (incumbent !== null) firstAnswerSeconds ??= (performance.now() - began) / 1000;
  },
});
process.stdout.write(
  JSON.stringify({
    seconds: (performance.now() - began) / 1000,
    firstAnswerSeconds,
    status,
    objective,
    bound,
    gap,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
