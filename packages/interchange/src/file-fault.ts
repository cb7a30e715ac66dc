/** A fault of the file as a whole: one clear sentence, nothing is written. */
import type { ImportIssueCode, Label } from "@firecover/domain";

export class FileFault extends Error {
  readonly code: ImportIssueCode;
  readonly reason: Label;
  readonly suggestion: Label | null;
  readonly row: number | null;
  constructor(
    code: ImportIssueCode,
    reason: Label,
    options: { suggestion?: Label | null; row?: number | null; cause?: unknown } = {},
  ) {
    super(reason.en, { cause: options.cause });
    this.name = "FileFault";
    this.code = code;
    this.reason = reason;
    this.suggestion = options.suggestion ?? null;
    this.row = options.row ?? null;
  }
}
