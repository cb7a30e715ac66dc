/** What every screen keeps in the address: the language, and the premises or cell whose "Vì sao?" is open. */
import { z } from "zod";

export const RootSearch = z.object({
  lang: z.enum(["vi", "en"]).optional().catch(undefined),
});
export type RootSearch = z.infer<typeof RootSearch>;
