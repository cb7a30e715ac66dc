/** The change counters of the layers without asking the database at every tile. */
import { type Database, layerStamps, type LayerStamp as StoredStamp } from "@firecover/database";

export interface LayerStamp extends StoredStamp {
  /** Counter and time of the last change: unlike the counter alone, no two databases share it. */
  readonly version: string;
}

export interface StampReader {
  /** As of a second ago at most, or newer than the last write of this process. */
  read(): Promise<readonly LayerStamp[]>;
  /** After a write of ours: the next read waits for the new counters. */
  invalidate(): void;
}

const freshMillis = 1000;

/** Others write too where the database is a server: old stamps are answered at once and renewed behind. */
export function createStampReader(database: Database): StampReader {
  let known: { stamps: readonly LayerStamp[]; at: number } | undefined;
  let asking: Promise<readonly LayerStamp[]> | undefined;
  let writes = 0;

  function ask(): Promise<readonly LayerStamp[]> {
    if (asking) return asking;
    const asOf = writes;
    const mine = readStamps(database)
      .then((stamps) => {
        if (asOf === writes) known = { stamps, at: performance.now() };
        return stamps;
      })
      .finally(() => {
        if (asking === mine) asking = undefined;
      });
    asking = mine;
    return mine;
  }

  return {
    async read() {
      if (!known) return ask();
      if (performance.now() - known.at > freshMillis) ask().catch(() => {}); // the next read asks again and tells
      return known.stamps;
    },
    invalidate() {
      writes++;
      known = undefined;
      asking = undefined;
    },
  };
}

async function readStamps({ db }: Database): Promise<LayerStamp[]> {
  const stamps = await layerStamps(db);
  const rows = await db.selectFrom("layer_change").select(["layer", "changed_at"]).execute();
  const changedAt = new Map(rows.map((row) => [row.layer, String(row.changed_at)]));
  return stamps.map((stamp) => ({
    ...stamp,
    version: `${stamp.counter} ${changedAt.get(stamp.layer) ?? ""}`,
  }));
}
