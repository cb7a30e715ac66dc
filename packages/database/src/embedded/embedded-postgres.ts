/** The embedded database from outside its thread, in the shape that Kysely's PGlite dialect asks for. */
import { Worker } from "node:worker_threads";
import type { FirecoverError } from "@firecover/domain";
import type { PGlite as PGliteShape } from "kysely";
import type { EmbeddedFault, EmbeddedReply, EmbeddedRequest, EmbeddedResult } from "./messages.ts";
import { assertWhole } from "./silent-loss-guard.ts";

interface Waiting {
  resolve(result: EmbeddedResult): void;
  reject(error: Error): void;
}
type Unnumbered<T> = T extends { id: number } ? Omit<T, "id"> : never;

/** A fault of the database, with PostgreSQL's error code as `code`. */
class EmbeddedPostgresError extends Error {
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;
  constructor(fault: EmbeddedFault) {
    super(fault.message);
    this.name = "EmbeddedPostgresError";
    this.code = fault.code;
    this.detail = fault.detail;
    this.constraint = fault.constraint;
  }
}

export class EmbeddedPostgres implements PGliteShape {
  readonly ready = true;
  readonly waitReady = Promise.resolve();
  closed = false;
  readonly #thread: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #isBroken: Error | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(thread: Worker) {
    this.#thread = thread;
  }

  /** Starts the thread and opens the folder; resolves when queries can be asked. */
  static async open(pgDataFolder: string): Promise<EmbeddedPostgres> {
    const thread = new Worker(new URL("./database-thread.ts", import.meta.url), {
      workerData: { pgDataFolder },
    });
    const database = new EmbeddedPostgres(thread);
    await new Promise<void>((resolve, reject) => {
      thread.on("message", (reply: EmbeddedReply) => {
        if (reply.kind === "ready") resolve();
        else if (reply.kind === "failed") reject(new EmbeddedPostgresError(reply.fault));
        else database.#settle(reply);
      });
      const fail = (error: Error) => {
        reject(error);
        database.#fail(error);
      };
      thread.on("error", fail);
      thread.on("exit", () => fail(new Error("The embedded database's thread has ended.")));
    }).catch(async (error: unknown) => {
      await thread.terminate();
      throw error;
    });
    return database;
  }

  async query<T>(sql: string, parameters: readonly unknown[] = []) {
    const result = await this.#ask({ kind: "query", sql, parameters });
    assertWhole(sql, result);
    return result as EmbeddedResult & { rows: T[] };
  }

  /** One transaction at a time; a thrown error rolls back. */
  async transaction<T>(
    work: (transaction: { query: EmbeddedPostgres["query"]; rollback(): Promise<void> }) => Promise<T>,
  ): Promise<T> {
    const run = async () => {
      await this.query("begin");
      try {
        const value = await work({
          query: (sql, parameters) => this.query(sql, parameters),
          rollback: async () => {
            await this.query("rollback");
          },
        });
        await this.query("commit");
        return value;
      } catch (error) {
        if (!this.closed && this.#isBroken === undefined) await this.query("rollback");
        throw error;
      }
    };
    const result = this.#turn.then(run, run);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.#isBroken === undefined) await this.#ask({ kind: "close" });
    await this.#thread.terminate();
  }

  /** Refuses every further query: the folder is no longer ours. */
  disown(error: FirecoverError): void {
    this.#fail(error);
    void this.#thread.terminate();
  }

  #ask(request: Unnumbered<EmbeddedRequest>): Promise<EmbeddedResult> {
    if (this.#isBroken !== undefined) return Promise.reject(this.#isBroken);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#thread.postMessage({ ...request, id });
    });
  }

  #settle(reply: Extract<EmbeddedReply, { id: number }>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === "result") waiting?.resolve(reply.result);
    else waiting?.reject(new EmbeddedPostgresError(reply.fault));
  }

  #fail(error: Error): void {
    this.#isBroken ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
