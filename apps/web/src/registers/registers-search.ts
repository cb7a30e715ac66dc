/** What the registers screen keeps in its address. */
import { z } from "zod";

export const RegistersSearch = z.object({
  q: z.string().optional().catch(undefined),
});
export type RegistersSearch = z.infer<typeof RegistersSearch>;
