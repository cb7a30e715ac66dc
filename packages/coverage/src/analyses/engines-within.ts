/** How many engines in service, and how many people on them, can stand at each place within a time. */
import type { Certainty, EnginesWithin, EnginesWithinSums, ShareInterval } from "@firecover/domain";
import type { PlacedPoints, PreparedCoverage } from "../compute-coverage.ts";
import { crewCount } from "../crew-count.ts";
import { engineCount } from "../engine-count.ts";
import { reachOfCrews } from "../run-state.ts";
import { createStationSearch } from "../station-search.ts";

/** The table goes no farther than that many engines. */
const mostEngines = 8;

/** Engines and people per place, of one certainty. */
interface Within {
  readonly engines: Uint32Array;
  /** `Infinity` where a station has not told. */
  readonly crew: Float64Array;
}

export interface EnginesWithinOptions {
  /** From the alarm; the standard's time of the first engine by default. */
  readonly minutes?: number;
}

export function enginesWithin(prepared: PreparedCoverage, options: EnginesWithinOptions = {}): EnginesWithin {
  const { input, premises, cells } = prepared;
  const minutes = options.minutes ?? input.standard.firstEngineSeconds.value / 60;
  const limit = Math.round(minutes * 60_000);
  const [cellsCertain, premisesCertain] = countWithin(prepared, "certain", limit);
  const [cellsPossible, premisesPossible] = countWithin(prepared, "possible", limit);
  const ofCells = { certain: cellsCertain, possible: cellsPossible };
  const ofPremises = { certain: premisesCertain, possible: premisesPossible };
  const most = Math.max(1, greatest(cellsPossible.engines), greatest(premisesPossible.engines));
  const steps = Math.min(mostEngines, most);
  const sums = sumsByCommune(prepared, ofCells, ofPremises, steps);
  return {
    minutes,
    total: sums.at(-1)!,
    communes: input.communes.map(({ code, name }, c) => ({ communeCode: code, name, ...sums[c]! })),
    cells: {
      h3: input.cells.map(({ h3 }) => h3),
      communeCode: input.cells.map(({ communeCode }) => communeCode),
      people: input.cells.map(({ people }) => people),
      enginesCertain: Array.from(cellsCertain.engines),
      enginesPossible: Array.from(cellsPossible.engines),
      crewCertain: Array.from(cellsCertain.crew),
      crewPossible: Array.from(cellsPossible.crew, (count) => (Number.isFinite(count) ? count : null)),
    },
  };

  /** Cells, then premises: each station is searched from once and looked up at both. */
  function countWithin(prepared: PreparedCoverage, certainty: Certainty, limitMillis: number) {
    const { input, roads, grid } = prepared;
    const { force } = reachOfCrews(roads, grid, input.stations, input.standard, certainty);
    const search = createStationSearch(force.field, grid.tiles);
    const tallies = [cells, premises].map((placed) => ({ placed, within: noneWithin(placed) }));
    input.stations.forEach((station, j) => {
      const engines = engineCount(station, certainty);
      if (engines === 0) return;
      const people = crewCount(station, certainty);
      search.start(j, limitMillis);
      for (const { placed, within } of tallies) {
        search.arrivals(placed.approaches).forEach((millis, i) => {
          if (millis > limitMillis) return;
          within.engines[i]! += engines;
          within.crew[i]! += people;
        });
      }
    });
    return tallies.map(({ within }) => within) as [Within, Within];
  }
}

function noneWithin({ points }: PlacedPoints): Within {
  return { engines: new Uint32Array(points.count), crew: new Float64Array(points.count) };
}

function greatest(counts: Uint32Array): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

type Both = Readonly<Record<Certainty, Within>>;

/** One entry per commune, the whole area last. */
function sumsByCommune(
  { input, premises, cells }: PreparedCoverage,
  ofCells: Both,
  ofPremises: Both,
  steps: number,
): EnginesWithinSums[] {
  const none = () => Array.from({ length: steps }, (): ShareInterval => ({ certain: 0, possible: 0 }));
  const whole = input.communes.length;
  const sums = Array.from({ length: whole + 1 }, () => ({
    people: 0,
    peopleByEngines: none(),
    premises: 0,
    premisesByEngines: none(),
  }));
  const eachOf = ({ points }: PlacedPoints, add: (sum: (typeof sums)[number], i: number) => void) => {
    for (let i = 0; i < points.count; i++) {
      const commune = points.communeIndex[i]!;
      if (commune >= 0) add(sums[commune]!, i);
      add(sums[whole]!, i);
    }
  };
  const addTo = (byEngines: ShareInterval[], within: Both, i: number, weight: number) => {
    for (const certainty of ["certain", "possible"] as const) {
      const engines = Math.min(steps, within[certainty].engines[i]!);
      for (let n = 0; n < engines; n++) byEngines[n]![certainty] += weight;
    }
  };
  eachOf(cells, (sum, i) => {
    sum.people += cells.points.people[i]!;
    addTo(sum.peopleByEngines, ofCells, i, cells.points.people[i]!);
  });
  eachOf(premises, (sum, i) => {
    sum.premises++;
    addTo(sum.premisesByEngines, ofPremises, i, 1);
  });
  return sums;
}
