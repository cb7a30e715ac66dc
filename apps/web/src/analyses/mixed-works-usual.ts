/** What mixed works are asked where the address says nothing. */

/** Tỷ đồng. */
export const usualBudget = 50;
export const mixedWorksAims = ["people-and-risk", "people", "risk"] as const;
export const usualAim = mixedWorksAims[0];
