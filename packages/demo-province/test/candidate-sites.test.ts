/** Plots and zones of the province: enough of them, drawn as their records say, on every seed. */
import type { CandidateSite } from "@firecover/domain";
import { haversineMetres } from "@firecover/road-network";
import { describe, expect, it } from "vitest";
import { provinceOf, seeds } from "./province.ts";

describe.each(seeds)("seed %i", (seed) => {
  const { candidateSites, exclusionZones, fireStations } = provinceOf(seed);

  it("has fourteen plots and three zones, named and with ids of their own", () => {
    expect([candidateSites.length, exclusionZones.length]).toEqual([14, 3]);
    expect(new Set(candidateSites.map(({ id }) => id)).size).toBe(14);
    expect(new Set(candidateSites.map(({ name }) => name)).size).toBe(14);
  });

  it("draws plots as large as their record says, with the exit on the outline", () => {
    for (const { geometry, areaSquareMetres, location } of candidateSites) {
      if (!geometry) continue;
      expect(geometry.coordinates[0]![0]).toContainEqual(location);
      expect(Math.abs(rectangleArea(geometry) / areaSquareMetres! - 1)).toBeLessThan(0.005);
    }
  });

  it("has its plots away from today's stations and from each other", () => {
    for (const [i, { location }] of candidateSites.entries()) {
      for (const other of [...candidateSites.slice(i + 1), ...fireStations])
        expect(haversineMetres(...location, ...other.location)).toBeGreaterThan(300);
    }
  });
});

/** Front times depth. */
function rectangleArea({ coordinates }: NonNullable<CandidateSite["geometry"]>): number {
  const [a, , c, d] = coordinates[0]![0]!;
  return haversineMetres(...a!, ...c!) * haversineMetres(...c!, ...d!);
}
