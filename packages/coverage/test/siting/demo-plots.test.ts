/** Plots of the demo province against the rules for places of stations: some fit, some unfit, some unknown, on every seed. */
import { demoProvince } from "@firecover/demo-province";
import { defaultSiteRules, defaultStandard } from "@firecover/domain";
import { roadsToNetworkInput } from "@firecover/interchange";
import { buildRoadNetwork } from "@firecover/road-network";
import { expect, it } from "vitest";
import { siteConditions } from "../../src/siting/index.ts";

it.each([1, 2, 7, 20_261_122])(
  "has eight plots that are fit, two not measured and four unfit for one reason each, seed %i",
  (seed) => {
    const province = demoProvince(seed);
    const assessed = siteConditions(province.candidateSites, {
      network: buildRoadNetwork(roadsToNetworkInput(province)).network,
      premises: province.premises,
      zones: province.exclusionZones,
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
    const count = (verdict: string) => assessed.filter((one) => one.verdict === verdict).length;
    const failures = (name: string) =>
      assessed.filter(({ conditions }) =>
        conditions.some((c) => c.condition === name && c.verdict === "not-met"),
      );
    expect([count("met"), count("unknown"), count("not-met")]).toEqual([8, 2, 4]);
    expect(failures("plot-area")).toHaveLength(2);
    expect(failures("crowded-exit")).toHaveLength(1);
    expect(failures("flood-zone")).toHaveLength(1);
  },
);
