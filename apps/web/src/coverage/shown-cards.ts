/** The layers that a reader can switch, in the order of their cards, and which of them start switched on. */
export const cardIds = ["time", "gaps", "communes", "cells", "density", "stations", "water"] as const;
export type CardId = (typeof cardIds)[number];

const startOn: readonly CardId[] = ["time", "gaps", "communes", "density", "stations"];

export function shownCards(layers: string | undefined): ReadonlySet<CardId> {
  const names = layers === undefined ? startOn : layers.split(",");
  return new Set(cardIds.filter((id) => names.includes(id)));
}

/** The address word after switching one card; undefined when that is where everybody starts. */
export function toggledLayers(layers: string | undefined, id: CardId): string | undefined {
  const shown = shownCards(layers);
  const next = cardIds.filter((card) => (card === id ? !shown.has(card) : shown.has(card)));
  return next.join() === startOn.join() ? undefined : next.join() || "none";
}
