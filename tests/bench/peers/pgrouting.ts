/** pgRouting on a PostgreSQL of the bench's own. It reads the edges by SQL for every search: that is how it is used. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { findPostgresBin, startPostgresCluster } from "@firecover/database/postgres-cluster";
import type { RoadGraph } from "@firecover/road-network";
import type { PeerRun } from "./columns.ts";

/** @throws where PostgreSQL or pgRouting is not installed */
export async function drivingDistances(graph: RoadGraph, sources: readonly number[]): Promise<PeerRun> {
  const cluster = await startPostgresCluster();
  const psql = (sql: string, input?: string) =>
    execFileSync(
      join(findPostgresBin()!, "psql"),
      [cluster.url, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql],
      {
        encoding: "utf8",
        ...(input === undefined ? {} : { input }),
        stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      },
    );
  try {
    psql("CREATE EXTENSION pgrouting CASCADE");
    psql("CREATE TABLE edge (id int, source int, target int, cost float8)");
    const lines: string[] = [];
    for (let a = 0; a < graph.arcCount; a++)
      lines.push(`${a}\t${graph.tail[a]}\t${graph.head[a]}\t${graph.cost[a]}\n`);
    psql("COPY edge FROM STDIN", lines.join(""));
    psql("ANALYZE edge");

    const millis: number[] = [];
    const sums: number[][] = [];
    for (const source of [sources[0]!, ...sources]) {
      const row = psql(`
        WITH began AS MATERIALIZED (SELECT clock_timestamp() AS at),
          answer AS MATERIALIZED (
            SELECT count(*) AS nodes, sum(agg_cost) AS total
            FROM began, pgr_drivingDistance('SELECT id, source, target, cost FROM edge', ${source}, 1e12)
          )
        SELECT nodes, total, extract(epoch FROM clock_timestamp() - began.at) * 1000 FROM answer, began`);
      const [nodes, total, took] = row.trim().split("|").map(Number);
      millis.push(took!);
      sums.push([nodes!, total!]);
    }
    // the first warms the pages up
    return { millis: millis.slice(1), sums: sums.slice(1), megabytes: Number.NaN };
  } finally {
    await cluster.stop();
  }
}
