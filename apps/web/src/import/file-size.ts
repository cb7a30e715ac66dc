/** Size of a file in words: `312 KB`, `41,2 MB`. */
import type { Format } from "../i18n/format.ts";

export function fileSize(bytes: number, format: Format): string {
  if (bytes < 1000) return `${format.count(bytes)}\u00a0B`;
  if (bytes < 1_000_000) return `${format.count(Math.round(bytes / 1000))}\u00a0KB`;
  return `${format.decimal(bytes / 1_000_000, 1)}\u00a0MB`;
}
