/** Where a project's records live: the embedded database or a PostgreSQL server, behind one door. */
export { type Baseline, readBaseline } from "./baseline.ts";
export { SilentLossError } from "./embedded/silent-loss-guard.ts";
export { buildSnapshot, defaultSnapshotFolder, type SnapshotOptions } from "./embedded/snapshot.ts";
export * from "./geometry.ts";
export { importSink } from "./import-sink.ts";
export { type CountedLayer, raiseLayers } from "./layer-changes.ts";
export { type Database, type DatabaseLocation, openDatabase } from "./open-database.ts";
export { provinceBounds } from "./province-bounds.ts";
export type { Schema } from "./schema.ts";
