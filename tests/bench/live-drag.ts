/** How long live coverage takes per step of a drag, checked against a whole run at its end. */
import { deepStrictEqual } from "node:assert";
import { applyChanges, type CoverageInput, computeCoverage, createLiveCoverage } from "@firecover/coverage";
import type { Change, LonLat } from "@firecover/domain";
import { seededRandom } from "./grid-graph.ts";

const metresPerDegree = 111_195;
/** As far as a mouse moves between two frames on a map of a province. */
const stepMetres = 60;
const stepsPerDrag = 40;

/** Milliseconds of each step; a few stations are dragged one after the other, each on its own way. */
export function dragMillis(input: CoverageInput, drags: number): number[] {
  const random = seededRandom(11);
  const live = createLiveCoverage(input);
  const dragged = [...input.stations].sort(() => random() - 0.5).slice(0, drags);
  const millis: number[] = [];
  let standing: Change[] = [];
  for (const [n, station] of dragged.entries()) {
    let [lon, lat] = station.location;
    let heading = random() * 2 * Math.PI;
    for (let step = 0; step < stepsPerDrag; step++) {
      heading += (random() - 0.5) * 0.6;
      const degrees = stepMetres / metresPerDegree;
      lon += (degrees * Math.cos(heading)) / Math.cos((lat * Math.PI) / 180);
      lat += degrees * Math.sin(heading);
      const changes = [...standing.slice(0, n), moveTo(station.id, [lon, lat], n)];
      const start = performance.now();
      live.apply(changes);
      // The first drag warms the compiler up.
      if (n > 0) millis.push(performance.now() - start);
      if (step === stepsPerDrag - 1) standing = changes;
    }
  }
  deepStrictEqual(live.result, computeCoverage(applyChanges(input, standing)));
  return millis;
}

function moveTo(stationId: CoverageInput["stations"][number]["id"], location: LonLat, n: number): Change {
  return {
    kind: "moveStation",
    id: `move-${n}`,
    stationId,
    location,
    year: null,
    costMillionDong: null,
    fundingSource: null,
    responsibleBody: null,
    state: "proposed",
    note: null,
  };
}
