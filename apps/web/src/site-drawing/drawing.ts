/** What is being drawn or changed on the siting screen; outside of React, so that another theme or view loses none of it. */
import type { CandidateSite, ExclusionZone, LonLat, MultiPolygonGeometry } from "@firecover/domain";
import type { Draft } from "../registers/field.ts";
import type { Notice } from "../registers/use-record-writes.ts";
import { createStore } from "../state/store.ts";

export type Shape = "plot" | "zone";
export type Place = CandidateSite | ExclusionZone;

/** How the exit came about; the plot's middle stands in for want of a road or of an answer. */
export type ExitOrigin = "asking" | "beside-road" | "middle" | "unasked" | "moved" | "stored";

export interface Sketch {
  readonly shape: Shape;
  readonly stage: "outline" | "form";
  /** In order, the first not repeated. */
  readonly corners: readonly LonLat[];
  /** Stands in for the corners where they cannot tell it: several parts, holes, very many corners, or no outline at all. */
  readonly fixed: { readonly geometry: MultiPolygonGeometry | null } | null;
  readonly isOutlineChanged: boolean;
  /** Finishing was tried: what is wrong with the outline is said aloud. */
  readonly isTried: boolean;
  readonly exit: ExitOrigin;
  /** As typed. Longitude and latitude are the exit's. */
  readonly draft: Draft;
  /** The record as it was read; null = a new one. */
  readonly stored: { readonly record: Place; readonly etag: string } | null;
}

export interface SiteDrawing {
  readonly sketch: Sketch | null;
  /** The zone whose card is open. */
  readonly zoneId: string | null;
  readonly notice: Notice | null;
}

export const siteDrawing = createStore<SiteDrawing>({ sketch: null, zoneId: null, notice: null });
/** Where the mouse is while an outline is drawn: its next corner. */
export const cursorAt = createStore<LonLat | null>(null);

export const setDrawing = (change: Partial<SiteDrawing>): void =>
  siteDrawing.set({ ...siteDrawing.get(), ...change });

/** Changes the sketch if there still is one. */
export function setSketch(change: Partial<Sketch>): void {
  const { sketch } = siteDrawing.get();
  if (sketch) setDrawing({ sketch: { ...sketch, ...change } });
}

/** A drawing under way goes on: nothing of it is thrown away by asking for another. */
export function startSketch(shape: Shape): void {
  if (siteDrawing.get().sketch) return;
  cursorAt.set(null);
  setDrawing({
    zoneId: null,
    notice: null,
    sketch: {
      shape,
      stage: "outline",
      corners: [],
      fixed: null,
      isOutlineChanged: true,
      isTried: false,
      exit: "asking",
      draft: shape === "zone" ? { kind: "forbidden" } : {},
      stored: null,
    },
  });
}

export function setCorners(corners: readonly LonLat[]): void {
  setSketch({ corners, isOutlineChanged: true, isTried: false });
}

export function addCorner(corner: LonLat): void {
  const { sketch } = siteDrawing.get();
  if (sketch) setCorners([...sketch.corners, corner]);
}

export function removeCorner(index: number): void {
  const { sketch } = siteDrawing.get();
  if (sketch) setCorners(sketch.corners.filter((_, i) => i !== index));
}

/** What was drawn can be had back. */
export function cancelSketch(words: string): void {
  const { sketch } = siteDrawing.get();
  if (!sketch) return;
  const hasWork = sketch.corners.length > 0;
  setDrawing({
    sketch: null,
    notice: hasWork ? { tone: "ok", words, undo: () => setDrawing({ sketch, notice: null }) } : null,
  });
}
