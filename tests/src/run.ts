/**
 * `npm test` and `npm run e2e`: brings what the machine lacks, runs every project, ends with one plain line.
 * Arguments go to Vitest (`npm test -- --project coverage`).
 */
import { parseCLI, startVitest } from "vitest/node";
import { prepareMachine } from "./machine.ts";

const isCi = process.env["CI"] === "true";
const say = (line: string) => process.stderr.write(`${line}\n`);

const machine = prepareMachine(say);
if (isCi && (!machine.postgresBin || !machine.chromium)) {
  say("In CI nothing may be left out for lack of PostgreSQL with PostGIS or Chromium.");
  process.exit(1);
}
if (machine.postgresBin) process.env["FIRECOVER_POSTGRES_BIN"] = machine.postgresBin;
if (machine.chromium) process.env["FIRECOVER_CHROMIUM"] = machine.chromium;

const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const vitest = await startVitest([...filter], { ...options, watch: false });

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const module of vitest.state.getTestModules()) {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === "passed") counts.passed++;
    else if (state === "failed") counts.failed++;
    else counts.skipped++;
  }
  // a module that did not load has no tests to count
  if (module.state() === "failed" && module.children.size === 0) counts.failed++;
}
const unhandled = vitest.state.getUnhandledErrors().length;
await vitest.close();

counts.failed += unhandled;
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
process.exit(counts.failed > 0 || counts.passed === 0 || (isCi && counts.skipped > 0) ? 1 : 0);
