/** How long all four gaps take on the demo province, and how long while a station is dragged. Measured since a planner waits for both. */
import {
  type CoverageInput,
  computeCoverage,
  indicatorsOf,
  prepareCoverage,
  runCoverage,
  withChanges,
} from "@firecover/coverage";
import { spreadPopulation } from "@firecover/coverage/population";
import { demoProvince } from "@firecover/demo-province";
import { defaultStandard } from "@firecover/domain";
import { roadsToNetworkInput } from "@firecover/interchange";
import { buildRoadNetwork } from "@firecover/road-network";
import { type Figure, median } from "./figure.ts";

const rounds = 7;

export async function run(): Promise<Figure[]> {
  const input = demoInput();
  const prepared = prepareCoverage(input);
  const [moved, ...others] = input.stations;
  const dragged = (metres: number) => {
    const [lon, lat] = moved!.location;
    return [{ ...moved!, location: [lon + metres / 111_195, lat] as [number, number] }, ...others];
  };
  const result = runCoverage(prepared);
  return [
    {
      name: "coverage/demo",
      value: medianMillis(() => computeCoverage(input)),
      unit: "ms",
      peers: {},
      goal: "at most 1,000 ms for all four gaps, certain and possible, graphs and snapping included",
    },
    {
      name: "coverage/drag",
      value: medianMillis((round) => runCoverage(withChanges(prepared, { stations: dragged(50 * round) }))),
      unit: "ms",
      peers: {},
      goal: null,
    },
    {
      name: "coverage/indicators",
      value: medianMillis((round) => indicatorsOf(result, input.communes, 60_000 * (5 + round))),
      unit: "ms",
      peers: {},
      goal: "at most 10 ms, so that a slider drives it",
    },
  ];
}

function demoInput(): CoverageInput {
  const province = demoProvince();
  const { roads, barriers, turnRestrictions } = province;
  const { network } = buildRoadNetwork(roadsToNetworkInput(roads, barriers, turnRestrictions));
  return {
    network,
    communes: province.communes,
    stations: province.fireStations,
    waterSources: province.waterSources,
    premises: province.premises,
    cells: spreadPopulation(province),
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
  };
}

function medianMillis(work: (round: number) => unknown): number {
  work(0); // compiled before it is timed
  const millis = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round + 1);
    return performance.now() - start;
  });
  return median(millis);
}
