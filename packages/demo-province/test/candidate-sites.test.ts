/** Plots and zones of the province: something fit, something unfit, something unknown, on every seed. */
import { siteConditions } from "@firecover/coverage/siting";
import { type CandidateSite, defaultSiteRules, defaultStandard } from "@firecover/domain";
import { roadsToNetworkInput } from "@firecover/interchange";
import { buildRoadNetwork, haversineMetres } from "@firecover/road-network";
import { describe, expect, it } from "vitest";
import { provinceOf, seeds } from "./province.ts";

describe.each(seeds)("seed %i", (seed) => {
  const province = provinceOf(seed);
  const { candidateSites, exclusionZones, fireStations, premises } = province;
  const { network } = buildRoadNetwork(roadsToNetworkInput(province));
  const assessed = siteConditions(candidateSites, {
    network,
    premises,
    zones: exclusionZones,
    rules: defaultSiteRules,
    standard: defaultStandard,
    parameters: {
      standardId: defaultStandard.id,
      vehicleClass: "engine",
      turnRestrictions: true,
      contraflow: false,
      speedFactor: 1,
      hour: null,
      season: null,
    },
  });
  const failures = (name: string) =>
    assessed
      .filter(({ conditions }) => conditions.some((c) => c.condition === name && c.verdict === "not-met"))
      .map(({ site }) => site.id);

  it("has fourteen plots and three zones, named and with ids of their own", () => {
    expect([candidateSites.length, exclusionZones.length]).toEqual([14, 3]);
    expect(new Set(candidateSites.map(({ id }) => id)).size).toBe(14);
    expect(new Set(candidateSites.map(({ name }) => name)).size).toBe(14);
  });

  it("has eight plots that are fit, two not measured yet, and four unfit for one reason each", () => {
    const count = (verdict: string) => assessed.filter((one) => one.verdict === verdict).length;
    expect([count("met"), count("unknown"), count("not-met")]).toEqual([8, 2, 4]);
    expect(failures("plot-area")).toHaveLength(2);
    expect(failures("crowded-exit")).toHaveLength(1);
    expect(failures("flood-zone")).toHaveLength(1);
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
