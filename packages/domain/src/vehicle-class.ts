/** Classes of fire vehicle: what they need of a road and what they bring. Figures are planning assumptions. */
import { z } from "zod";

export const VehicleClassId = z.enum([
  "engine",
  "large-engine",
  "aerial",
  "tanker",
  "mini-engine",
  "motorbike-pump",
]);
export type VehicleClassId = z.infer<typeof VehicleClassId>;

export const VehicleClass = z.object({
  id: VehicleClassId,
  /** Clear width the road must offer. */
  clearWidthMetres: z.number().positive(),
  clearHeightMetres: z.number().positive(),
  weightTonnes: z.number().positive(),
  turningRadiusMetres: z.number().nonnegative(),
  tankLitres: z.number().nonnegative(),
  pumpLps: z.number().nonnegative(),
  hoseMetres: z.number().nonnegative(),
  /** Whether it counts as an engine when a force of n engines is asked for. */
  countsAsEngine: z.boolean(),
});
export type VehicleClass = z.infer<typeof VehicleClass>;

/**
 * Clear width 3.5 m and height 4.5 m of the engines are law (QCVN 06:2022/BXD §6.2.1.1, §6.2.1.3);
 * weights, tanks and pumps are planning assumptions.
 */
export const vehicleClasses: Readonly<Record<VehicleClassId, VehicleClass>> = {
  engine: vehicle("engine", 3.5, 4.5, 16, 9, 4000, 40, 400, true),
  "large-engine": vehicle("large-engine", 3.5, 4.5, 25, 11, 8000, 60, 600, true),
  aerial: vehicle("aerial", 3.5, 4.5, 26, 11, 0, 0, 0, false),
  tanker: vehicle("tanker", 3.5, 4.5, 28, 11, 12000, 30, 100, false),
  "mini-engine": vehicle("mini-engine", 2.2, 2.8, 4, 6, 1000, 15, 200, true),
  "motorbike-pump": vehicle("motorbike-pump", 1.2, 2.2, 0.4, 2, 40, 5, 60, false),
};

function vehicle(
  id: VehicleClassId,
  clearWidthMetres: number,
  clearHeightMetres: number,
  weightTonnes: number,
  turningRadiusMetres: number,
  tankLitres: number,
  pumpLps: number,
  hoseMetres: number,
  countsAsEngine: boolean,
): VehicleClass {
  return {
    id,
    clearWidthMetres,
    clearHeightMetres,
    weightTonnes,
    turningRadiusMetres,
    tankLitres,
    pumpLps,
    hoseMetres,
    countsAsEngine,
  };
}
