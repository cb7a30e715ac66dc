/** Faults of a caller, turned into RFC 9457 problem JSON at one place and into exit codes at another. */

export type FirecoverErrorCode =
  | "invalid-input"
  | "not-found"
  | "conflict"
  | "precondition-failed"
  /** What was computed is of registers that have changed since. */
  | "registers-changed"
  | "data-folder-locked"
  | "database-unavailable"
  | "unsupported-file"
  | "cancelled"
  | "busy";

/** The caller asked wrongly, or the world is not as asked; `message` is fit for users. */
export class FirecoverError extends Error {
  readonly code: FirecoverErrorCode;
  constructor(code: FirecoverErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "FirecoverError";
    this.code = code;
  }
}
