/** Everything of drawing that loads together; see `lazy-parts.ts`. */
export { DrawEntries } from "./draw-entries.tsx";
export { MapDrawing } from "./map-drawing.tsx";
export { PlotActions } from "./plot-actions.tsx";
export { ZoneKey } from "./zone-key.tsx";
