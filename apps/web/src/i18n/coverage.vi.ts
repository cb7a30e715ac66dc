/** Vietnamese words of the coverage screen. */
import type { coverageEn } from "./coverage.en.ts";

export const coverageVi: Record<keyof typeof coverageEn, string> = {
  "coverage.title": "Vùng phủ",
};
