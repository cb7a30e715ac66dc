/** What every screen keeps in the address: the language, and the scenario being worked on. */
import { ScenarioId } from "@firecover/domain";
import { z } from "zod";

export const RootSearch = z.object({
  lang: z.enum(["vi", "en"]).optional().catch(undefined),
  scenario: ScenarioId.optional().catch(undefined),
});
export type RootSearch = z.infer<typeof RootSearch>;
