/** The English catalogue; its keys are the keys of every language. One file per area of the interface. */
import { coverageEn } from "./coverage.en.ts";
import { frameEn } from "./frame.en.ts";
import { mapEn } from "./map.en.ts";

export const en = { ...frameEn, ...mapEn, ...coverageEn } as const;
export type MessageKey = keyof typeof en;
