/** Ground for the map: water and green, drawn under the roads. Never used in a calculation. */
import { z } from "zod";
import { LineStringGeometry, MultiPolygonGeometry } from "./geometry.ts";
import { Provenance } from "./provenance.ts";

export const LandCoverKind = z.enum(["water", "waterway", "park", "forest"]);
export type LandCoverKind = z.infer<typeof LandCoverKind>;

export const LandCover = z.object({
  id: z.string().min(1),
  kind: LandCoverKind,
  name: z.string().nullable(),
  geometry: z.discriminatedUnion("type", [MultiPolygonGeometry, LineStringGeometry]),
  ...Provenance.shape,
});
export type LandCover = z.infer<typeof LandCover>;
