/** What the page of standards keeps in its address. */
import { z } from "zod";

export const StandardsSearch = z.object({ standard: z.string().min(1).max(60).optional().catch(undefined) });
