/** Water that a fire engine or a portable pump can use. */
import { z } from "zod";
import { CommuneCode } from "./commune.ts";
import { LonLat } from "./geometry.ts";
import { IsoDate, Provenance } from "./provenance.ts";

export const WaterSourceId = z.string().min(1).max(80).brand<"WaterSourceId">();
export type WaterSourceId = z.infer<typeof WaterSourceId>;

export const WaterSourceKind = z.enum([
  "hydrant",
  "hydrant-underground",
  "standpipe",
  "tank",
  "pond",
  "drafting-point",
  "suction-pit",
  "natural-candidate",
]);
export type WaterSourceKind = z.infer<typeof WaterSourceKind>;

/** `unknown` makes two results: it fails in the certain one and passes in the possible one. */
export const WorkingState = z.enum(["working", "broken", "seasonal", "unknown"]);
export type WorkingState = z.infer<typeof WorkingState>;

export const WaterSource = z.object({
  id: WaterSourceId,
  name: z.string().nullable(),
  kind: WaterSourceKind,
  state: WorkingState,
  location: LonLat,
  communeCode: CommuneCode.nullable(),
  /** Measured flow; null where nobody measured it. */
  flowLps: z.number().nonnegative().nullable(),
  /** Usable volume of a tank, pond or pit; null where unknown or unlimited. */
  volumeM3: z.number().nonnegative().nullable(),
  pipeDiameterMm: z.number().positive().nullable(),
  pressureBar: z.number().nonnegative().nullable(),
  /** From pumping deck down to the surface, for drafting; null where unmeasured. */
  liftMetres: z.number().nonnegative().nullable(),
  lastCheckDate: IsoDate.nullable(),
  ...Provenance.shape,
});
export type WaterSource = z.infer<typeof WaterSource>;
