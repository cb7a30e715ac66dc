/** How long all four gaps take, whole and while a station is dragged. Measured since a planner waits for both. */
import {
  type CoverageInput,
  computeCoverage,
  indicatorsOf,
  prepareCoverage,
  runCoverage,
} from "@firecover/coverage";
import { demoInput, portoInput } from "./coverage-inputs.ts";
import { type Figure, median } from "./figure.ts";
import { largeProvince } from "./large-province.ts";
import { dragMillis } from "./live-drag.ts";

const rounds = 7;
const drags = 6;
const dragGoal = "median at most 10 ms per step, certain and possible, equal to a whole run";

export async function run(): Promise<Figure[]> {
  const demo = demoInput();
  const result = computeCoverage(demo);
  const figures = [
    figure(
      "coverage/demo",
      medianMillis(() => computeCoverage(demo)),
      "at most 1,000 ms for all four gaps, certain and possible, graphs and snapping included",
    ),
    ...dragFigures("coverage/drag", demo),
    figure(
      "coverage/indicators",
      medianMillis((round) => indicatorsOf(result, demo.communes, 60_000 * (5 + round))),
      "at most 10 ms, so that a slider drives it",
    ),
    ...wholeFigures(largeProvince()),
  ];
  const porto = await portoInput();
  return porto ? [...figures, ...dragFigures("coverage/drag-porto", porto)] : figures;
}

/** `whole` counts graphs, snapping and pairs of source and door as well, which a server keeps between runs. */
function wholeFigures(input: CoverageInput): Figure[] {
  const prepared = prepareCoverage(input);
  return [
    figure(
      "coverage/300k",
      medianMillis(() => runCoverage(prepared)),
      "at most 1,000 ms for 50,000 premises and 100,000 cells, 30 stations, 10,000 sources",
    ),
    figure(
      "coverage/300k-whole",
      medianMillis(() => computeCoverage(input), 3),
      null,
    ),
  ];
}

function dragFigures(name: string, input: CoverageInput): Figure[] {
  const millis = dragMillis(input, drags);
  return [figure(name, median(millis), dragGoal), figure(`${name}-worst`, Math.max(...millis), null)];
}

function figure(name: string, value: number, goal: string | null): Figure {
  return { name, value, unit: "ms", peers: {}, goal };
}

function medianMillis(work: (round: number) => unknown, times: number = rounds): number {
  work(0); // compiled before it is timed
  const millis = Array.from({ length: times }, (_, round) => {
    const start = performance.now();
    work(round + 1);
    return performance.now() - start;
  });
  return median(millis);
}
