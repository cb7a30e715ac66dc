/** The Vietnamese catalogue: a key that English has and Vietnamese lacks is a type error. */
import { analysesVi } from "./analyses.vi.ts";
import { coverageVi } from "./coverage.vi.ts";
import type { en } from "./en.ts";
import { frameVi } from "./frame.vi.ts";
import { importVi } from "./import.vi.ts";
import { mapVi } from "./map.vi.ts";
import { registersVi } from "./registers.vi.ts";
import { standardsVi } from "./standards.vi.ts";
import { whatIfVi } from "./what-if.vi.ts";
import { whyVi } from "./why.vi.ts";

export const vi: Record<keyof typeof en, string> = {
  ...frameVi,
  ...mapVi,
  ...coverageVi,
  ...analysesVi,
  ...registersVi,
  ...importVi,
  ...standardsVi,
  ...whyVi,
  ...whatIfVi,
};
