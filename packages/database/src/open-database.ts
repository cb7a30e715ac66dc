/** Opens the database of a project, embedded in a data folder or on a PostgreSQL server, at the present schema. */
import type { OnProgress } from "@firecover/domain";
import type { Kysely } from "kysely";
import { openEmbedded } from "./embedded/open-embedded.ts";
import type { CountedLayer } from "./layer-changes.ts";
import { openPostgres } from "./postgres/open-postgres.ts";
import type { Schema } from "./schema.ts";

export type DatabaseLocation =
  | {
      dataFolder: string /** Snapshot to start a new folder from; null = none. */;
      snapshotFolder?: string | null;
    }
  | { databaseUrl: string };

export interface Database {
  readonly db: Kysely<Schema>;
  readonly kind: "embedded" | "postgresql";
  /** Whether this start made the folder or the schema. */
  readonly isNew: boolean;
  /** Frees the space of rows replaced by an import and renews the planner's statistics; where the server sees to it, nothing. */
  tidy(layers: readonly CountedLayer[]): Promise<void>;
  close(): Promise<void>;
}

export function openDatabase(
  location: DatabaseLocation,
  onProgress: OnProgress = () => {},
): Promise<Database> {
  return "databaseUrl" in location
    ? openPostgres(location.databaseUrl, onProgress)
    : openEmbedded(location.dataFolder, location.snapshotFolder, onProgress);
}
