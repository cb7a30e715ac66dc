/** Where a record came from: what makes a repeated import change nothing, and what "data of" lines show. */
import { z } from "zod";

/** ISO date, `2026-11-22`. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

export const Provenance = z.object({
  /** Name of the file or register the record was read from. */
  source: z.string().min(1),
  /** The day the data speaks of, where the source says; otherwise the day of import. */
  dataDate: IsoDate,
  /** True for invented records: every screen and export that shows one says so. */
  isSynthetic: z.boolean(),
});
export type Provenance = z.infer<typeof Provenance>;
