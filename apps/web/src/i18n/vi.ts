/** The Vietnamese catalogue: a key that English has and Vietnamese lacks is a type error. */
import { coverageVi } from "./coverage.vi.ts";
import type { MessageKey } from "./en.ts";
import { frameVi } from "./frame.vi.ts";
import { importVi } from "./import.vi.ts";
import { mapVi } from "./map.vi.ts";
import { registersVi } from "./registers.vi.ts";
import { whyVi } from "./why.vi.ts";

export const vi: Record<MessageKey, string> = {
  ...frameVi,
  ...mapVi,
  ...coverageVi,
  ...registersVi,
  ...importVi,
  ...whyVi,
};
