/** The English catalogue; its keys are the keys of every language. One file per area of the interface. */
import { analysesEn } from "./analyses.en.ts";
import { coverageEn } from "./coverage.en.ts";
import { frameEn } from "./frame.en.ts";
import { importEn } from "./import.en.ts";
import { mapEn } from "./map.en.ts";
import { registersEn } from "./registers.en.ts";
import type { siteRegistersEn } from "./site-registers.en.ts";
import { standardsEn } from "./standards.en.ts";
import { whatIfEn } from "./what-if.en.ts";
import { whyEn } from "./why.en.ts";

export const en = {
  ...frameEn,
  ...mapEn,
  ...coverageEn,
  ...analysesEn,
  ...registersEn,
  ...importEn,
  ...standardsEn,
  ...whyEn,
  ...whatIfEn,
} as const;
/** Some words come with their screen; see `registers/site-words.tsx`. */
export type MessageKey = keyof typeof en | keyof typeof siteRegistersEn;
