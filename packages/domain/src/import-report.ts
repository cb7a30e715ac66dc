/** What an import did, or would do: nothing is lost without a line here. */
import { z } from "zod";

export const ImportKind = z.enum([
  "communes",
  "roads",
  "osm",
  "population",
  "premises",
  "water-sources",
  "fire-stations",
  "candidate-sites",
  "exclusion-zones",
]);
export type ImportKind = z.infer<typeof ImportKind>;

export const ImportIssueCode = z.enum([
  "wrong-header",
  "missing-value",
  "not-a-number",
  "out-of-range",
  "invalid-date",
  "unknown-value",
  "swapped-lon-lat",
  "outside-province",
  "duplicate-id",
  "invalid-geometry",
  "repaired-geometry",
  "lost-digits",
  "area-mismatch",
  "total-mismatch",
  "number-format",
  "nul-byte",
  "bad-encoding",
  "wrong-format",
  "truncated",
  "too-large",
  "missing-node",
  "unusable-restriction",
  "unreadable-tag",
  "other",
]);
export type ImportIssueCode = z.infer<typeof ImportIssueCode>;

export const ImportIssue = z.object({
  code: ImportIssueCode,
  /** `error` rejects the row (or the file, without row); `warning` accepts it. */
  severity: z.enum(["error", "warning"]),
  /** One-based row of a CSV including its header, one-based feature of a GeoJSON; null = the whole file. */
  row: z.number().int().nullable(),
  /** The record's own id or OSM reference where it has one. */
  recordId: z.string().nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  /** One sentence in Vietnamese and in English: place, fault, way out. */
  reason: z.object({ vi: z.string(), en: z.string() }),
  suggestion: z.object({ vi: z.string(), en: z.string() }).nullable(),
  /** The value that mends it, only where the fix is certain. */
  fix: z.string().nullable(),
});
export type ImportIssue = z.infer<typeof ImportIssue>;

export const LayerCounts = z.object({
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
});
export type LayerCounts = z.infer<typeof LayerCounts>;

export const ImportReport = z.object({
  file: z.string(),
  kind: ImportKind,
  isDryRun: z.boolean(),
  /** `rejected`: the file as a whole has faults, nothing was written. */
  status: z.enum(["accepted", "accepted-with-issues", "rejected", "cancelled"]),
  /** By layer: communes, roads, premises, water-sources, fire-stations, buildings, land-cover, turn-restrictions … */
  layers: z.record(z.string(), LayerCounts),
  /** All errors, then warnings; at most 10,000, the rest counted in `issuesLeftOut`. */
  issues: z.array(ImportIssue),
  issuesLeftOut: z.number().int(),
  /** Control sums, such as the province's population against the sum of its communes. */
  controls: z.array(z.object({ name: z.string(), expected: z.number(), found: z.number() })),
  seconds: z.number(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** Progress of long work: `done` of `total` in `unit`; total null = unknown. */
export const Progress = z.object({
  phase: z.string(),
  done: z.number(),
  total: z.number().nullable(),
});
export type Progress = z.infer<typeof Progress>;
export type OnProgress = (progress: Progress) => void;
