/** English words. */
export const whyEn = {} as const;
