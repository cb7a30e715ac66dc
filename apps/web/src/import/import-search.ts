/** What the import screen keeps in its address: the kind of file to start from, and the import shown. */
import { ImportKind } from "@firecover/domain";
import { z } from "zod";

export const ImportSearch = z.object({
  kind: ImportKind.optional().catch(undefined),
  /** The import whose progress or report is shown. */
  job: z.uuid().optional().catch(undefined),
});
export type ImportSearch = z.infer<typeof ImportSearch>;
