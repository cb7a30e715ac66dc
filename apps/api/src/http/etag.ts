/** Versions of records as entity tags: nobody overwrites what they have not seen. */
import type { Context } from "hono";
import { ProblemError } from "./problem.ts";

export const etagOf = (version: number | string): string => `"${version}"`;

/** The version that a write was based on; a write that names none is refused. */
export function requiredVersion(c: Context): number {
  const header = c.req.header("if-match");
  if (header === undefined) {
    throw new ProblemError(
      428,
      "precondition-required",
      "Send If-Match with the ETag of the record as you read it, so that no other change is overwritten.",
    );
  }
  const match = /^"(\d+)"$/.exec(header.trim());
  if (!match)
    throw new ProblemError(412, "precondition-failed", "If-Match does not name a version of this record.");
  return Number(match[1]);
}

/** True when the caller already holds this version. */
export function isFresh(c: Context, etag: string): boolean {
  const header = c.req.header("if-none-match");
  if (header === undefined) return false;
  const weak = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((tag) => weak(tag) === weak(etag));
}
