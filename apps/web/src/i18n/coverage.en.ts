/** English words of the coverage screen. */
export const coverageEn = {
  "coverage.title": "Coverage",
} as const;
