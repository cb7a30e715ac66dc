/** The thread in which the embedded database runs, so that a long query keeps nobody else waiting. */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { postgis } from "@electric-sql/pglite-postgis";
import { parserByOid } from "../column-parsers.ts";
import type { EmbeddedFault, EmbeddedReply, EmbeddedRequest, EmbeddedStart } from "./messages.ts";

if (parentPort === null) throw new Error("The embedded database runs in a thread of its own.");
const port = parentPort;
const reply = (message: EmbeddedReply) => port.postMessage(message);

const { pgDataFolder } = workerData as EmbeddedStart;
try {
  const pglite = await PGlite.create(pgDataFolder, {
    extensions: { postgis, pg_trgm },
    parsers: parserByOid,
  });
  port.on("message", (request: EmbeddedRequest) => void answer(pglite, request));
  reply({ kind: "ready" });
} catch (error) {
  reply({ kind: "failed", fault: faultOf(error) });
}

async function answer(pglite: PGlite, request: EmbeddedRequest): Promise<void> {
  const { id } = request;
  try {
    if (request.kind === "close") {
      await pglite.close();
      reply({ kind: "result", id, result: { rows: [], fields: [], command: "CLOSE" } });
      port.close();
      return;
    }
    const result = await pglite.query<Record<string, unknown>>(request.sql, [...request.parameters]);
    reply({ kind: "result", id, result });
  } catch (error) {
    reply({ kind: "fault", id, fault: faultOf(error) });
  }
}

function faultOf(error: unknown): EmbeddedFault {
  if (!(error instanceof Error)) return { message: String(error) };
  const fault: EmbeddedFault = { message: error.message };
  for (const field of ["code", "detail", "constraint", "table"] as const) {
    const value = (error as Error & Partial<EmbeddedFault>)[field];
    if (typeof value === "string") fault[field] = value;
  }
  return fault;
}
