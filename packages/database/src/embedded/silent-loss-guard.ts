/** Turns the embedded database's silent failures into errors. */
import type { EmbeddedResult } from "./messages.ts";

const returnsRows = /^\s*(?:select|values|table|with)\b|\breturning\b/i;

/** A statement broke off without PostgreSQL's own error: rows may be missing from its result or from the table. */
export class SilentLossError extends Error {
  readonly sql: string;
  constructor(sql: string) {
    super(
      "The embedded database broke off a statement without an error, as it does when a geometry operation fails; its rows cannot be trusted.",
    );
    this.name = "SilentLossError";
    this.sql = sql;
  }
}

/**
 * A geometry exception inside the WebAssembly build unwinds past PostgreSQL's error handling: the statement ends with
 * no column description, or with the tag of an unknown command. A whole statement has both.
 */
export function assertWhole(sql: string, result: EmbeddedResult): void {
  const isBrokenOff = result.command === undefined || result.command === "???";
  const isBlank = result.fields.length === 0 && /^(?:select|fetch)/i.test(result.command ?? "");
  if (isBrokenOff || isBlank || (result.fields.length === 0 && startsAsQuery(sql))) {
    throw new SilentLossError(sql);
  }
}

function startsAsQuery(sql: string): boolean {
  return returnsRows.test(sql) && !/^\s*with\b[\s\S]*\b(?:insert|update|delete)\b/i.test(sql);
}
