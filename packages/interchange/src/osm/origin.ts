/** What every record of one file shares: where it came from and the day it speaks of. */
import type { Provenance } from "@firecover/domain";
import type { z } from "zod";

export type RecordOrigin = z.infer<typeof Provenance>;
