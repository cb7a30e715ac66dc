/** What every register route has in common: the shape of its answers and how a version becomes an ETag. */
import { FirecoverError } from "@firecover/domain";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { etagOf } from "./etag.ts";
import { problemResponses } from "./problem.ts";

export const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });

const etagHeader = { ETag: { description: "Version of the record", schema: { type: "string" as const } } };

export const itemResponse = <Schema extends z.ZodType>(schema: Schema) => ({
  200: { description: "The record", headers: etagHeader, content: json(schema) },
  304: { description: "Unchanged since If-None-Match" },
  ...problemResponses,
});

export const createdResponse = <Schema extends z.ZodType>(schema: Schema) => ({
  201: { description: "The record as stored", headers: etagHeader, content: json(schema) },
  ...problemResponses,
});

export const writtenResponse = <Schema extends z.ZodType>(schema: Schema) => ({
  200: { description: "The record as stored", headers: etagHeader, content: json(schema) },
  ...problemResponses,
});

export const deletedResponse = { 204: { description: "Deleted" }, ...problemResponses };

export const okResponse = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: json(schema) },
  ...problemResponses,
});

/** Documents If-Match without deciding its absence: that is a 428 of `requiredVersion`, not a 400. */
export const ifMatch = z.object({
  "if-match": z.string().optional().openapi({ description: "ETag of the record as read; required" }),
});

export function setEtag(c: Context, version: number): string {
  const etag = etagOf(version);
  c.header("etag", etag);
  c.header("cache-control", "no-cache");
  return etag;
}

export function orNotFound<T>(found: T | undefined | null, what: string): T {
  if (found === undefined || found === null) throw new FirecoverError("not-found", `There is no ${what}.`);
  return found;
}

/** A body that names another record than the address does is a mistake worth a word. */
export function sameId<T extends { id: string | number }>(value: T, id: string | number): T {
  if (value.id === id) return value;
  throw new FirecoverError("invalid-input", `The body's id is ${value.id}, the address says ${id}.`);
}
