/** Vietnamese words. */
import type { whyEn } from "./why.en.ts";

export const whyVi: Record<keyof typeof whyEn, string> = {};
