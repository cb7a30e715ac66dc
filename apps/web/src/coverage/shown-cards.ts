/** The layers that a reader can switch, in the order of their cards, and which of them start switched on. */
import type { AnalysisName } from "../analyses/names.ts";

export const cardIds = ["time", "gaps", "communes", "cells", "density", "stations", "water"] as const;
export type CardId = (typeof cardIds)[number];

const startOn: readonly CardId[] = ["time", "gaps", "communes", "density", "stations"];

/** The marks of an analysis want a quiet ground: only what belongs to its question starts switched on. */
const besideAnalysis: Readonly<Record<AnalysisName, readonly CardId[]>> = {
  "survey-list": ["stations"],
  fixes: ["stations", "water"],
  "mixed-works": ["stations", "water"],
  "deep-alleys": ["stations"],
  "dead-ends": ["stations"],
  "hydrant-spacing": ["stations", "water"],
  "water-supply": ["stations", "water"],
  "engines-within": ["stations"],
  "cut-ranking": ["stations"],
  "speed-interval": startOn,
  isochrones: ["time", "stations"],
};

const startOf = (analysis: AnalysisName | null) => (analysis ? besideAnalysis[analysis] : startOn);

export function shownCards(
  layers: string | undefined,
  analysis: AnalysisName | null = null,
): ReadonlySet<CardId> {
  const names = layers === undefined ? startOf(analysis) : layers.split(",");
  return new Set(cardIds.filter((id) => names.includes(id)));
}

/** The address word after switching one card; undefined when that is where everybody starts. */
export function toggledLayers(
  layers: string | undefined,
  id: CardId,
  analysis: AnalysisName | null = null,
): string | undefined {
  const shown = shownCards(layers, analysis);
  const next = cardIds.filter((card) => (card === id ? !shown.has(card) : shown.has(card)));
  return next.join() === startOf(analysis).join() ? undefined : next.join() || "none";
}
