/** Layers by the names that tiles, OGC API and other people's tools rely on. */
import { z } from "zod";

export const LayerName = z.enum([
  "premises",
  "water-sources",
  "fire-stations",
  "roads",
  "communes",
  "density-cells",
  "coverage-gaps",
  "land-cover",
]);
export type LayerName = z.infer<typeof LayerName>;
