/** What the import screen keeps in its address. */
import { z } from "zod";

export const ImportSearch = z.object({
  q: z.string().optional().catch(undefined),
});
export type ImportSearch = z.infer<typeof ImportSearch>;
