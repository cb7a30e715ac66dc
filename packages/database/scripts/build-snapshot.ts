/** Makes the snapshot of an empty, migrated database that first starts copy. */
import { buildSnapshot, defaultSnapshotFolder } from "../src/embedded/snapshot.ts";

await buildSnapshot({ out: defaultSnapshotFolder });
