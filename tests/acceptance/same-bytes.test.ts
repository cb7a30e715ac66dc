import { describe, expect, it } from "vitest";
import { firecover, temporaryFolder } from "../src/firecover.ts";
import { findPostgresBin, startPostgresCluster } from "../src/postgres-cluster.ts";

/** Every premises' answers on the demo province, with the run's stamp in each row. */
async function answersOfDemo(...storage: string[]): Promise<string> {
  const loaded = await firecover("demo", "--no-coverage", ...storage);
  expect(loaded.exitCode, loaded.stderr).toBe(0);
  const { exitCode, stdout, stderr } = await firecover(
    "coverage",
    "--what",
    "premises",
    "--format",
    "csv",
    ...storage,
  );
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

// left out only where PostgreSQL is not installed; the runner says so, and CI refuses to go on without
describe.skipIf(!findPostgresBin())("the embedded database and PostgreSQL", () => {
  it("give the same bytes for the same province", async () => {
    const cluster = await startPostgresCluster();
    try {
      const embedded = await answersOfDemo("--data", temporaryFolder());
      const server = await answersOfDemo("--database-url", cluster.url);
      expect(embedded.split("\n").length).toBeGreaterThan(6000);
      expect(server === embedded).toBe(true);
    } finally {
      await cluster.stop();
    }
  }, 240_000);
});
