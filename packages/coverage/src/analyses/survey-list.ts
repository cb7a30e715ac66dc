/** Measurements that would shrink the certain–possible interval most, in the order in which to make them. */
import type { SurveyList, SurveyMeasurement, SurveyStep } from "@firecover/domain";
import type { PreparedCoverage } from "../compute-coverage.ts";
import type { CoverageResult } from "../coverage-result.ts";
import { gapCauses } from "../gaps.ts";
import { createArrivals } from "./fix-arrivals.ts";
import { residentsOf } from "./fix-draft.ts";
import { findGaps, type PlaceLists } from "./fix-gaps.ts";
import { createOpenings } from "./fix-openings.ts";
import { openPlaces, type SurveyCandidate, type SurveyField } from "./survey-field.ts";
import { surveyRoads } from "./survey-roads.ts";
import { surveyStations } from "./survey-stations.ts";
import { surveyWater } from "./survey-water.ts";

export interface SurveyListOptions {
  /** At most so many steps; what else would decide somebody is counted. */
  readonly mostSteps?: number;
  /** Whether to ask for turning places too, although none can be entered by hand; yes by default. */
  readonly turningPlaces?: boolean;
  /** What `runCoverage` says, where it is known already. */
  readonly result?: CoverageResult;
}

/** One field's candidates with what is still undecided of each. */
interface Queue {
  readonly field: SurveyField;
  readonly measured: Set<string>;
  readonly decided: [premises: Set<number>, cells: Set<number>];
  candidates: SurveyCandidate[];
  /** Measured, but deciding nobody by themselves after all: asked for with the next step. */
  carried: string[];
}

export function surveyList(prepared: PreparedCoverage, options: SurveyListOptions = {}): SurveyList {
  const { mostSteps = 150, turningPlaces = true, result } = options;
  const gaps = findGaps(prepared, "certain", result);
  const queues = [
    surveyWater(gaps),
    surveyRoads(gaps, createOpenings(gaps), turningPlaces),
    surveyStations(gaps, createArrivals(gaps)),
  ].map(
    (field): Queue => ({
      field,
      measured: new Set(),
      decided: [new Set(), new Set()],
      candidates: [...field.candidates],
      carried: [],
    }),
  );
  const open = gapCauses.map((cause) => {
    const [premises, cells] = openPlaces(gaps, cause);
    const candidates = queues.find(({ field }) => field.cause === cause)?.candidates ?? [];
    const measurable = (p: 0 | 1) => [...new Set(candidates.flatMap(({ decided }) => decided[p]))];
    return {
      cause,
      people: residentsOf(gaps, cells),
      premises: premises.length,
      peopleMeasurable: residentsOf(gaps, measurable(1)),
      premisesMeasurable: measurable(0).length,
    };
  });
  const openPeople = Math.max(
    1,
    open.reduce((sum, { people }) => sum + people, 0),
  );
  const openPremises = Math.max(
    1,
    open.reduce((sum, { premises }) => sum + premises, 0),
  );

  const steps: SurveyStep[] = [];
  const measurements: SurveyMeasurement[] = [];
  let peopleSoFar = 0;
  let premisesSoFar = 0;
  while (steps.length < mostSteps) {
    const best = bestOf(queues);
    if (!best) break;
    const { queue, candidate } = best;
    const fresh = candidate.measurementIds.filter((id) => !queue.measured.has(id));
    for (const id of fresh) queue.measured.add(id);
    // Counted anew with all that is measured by now: two measurements may decide more together than apart.
    const decided = queue.field.measure(fresh);
    const [premises, cells] = newlyDecided(queue, decided);
    const ids = [...queue.carried, ...fresh];
    queue.carried = premises.length + cells.length === 0 ? ids : [];
    if (queue.carried.length > 0) continue;
    for (const id of ids) measurements.push(queue.field.describe(id));
    const people = residentsOf(gaps, cells);
    peopleSoFar += people;
    premisesSoFar += premises.length;
    steps.push({
      rank: steps.length + 1,
      cause: queue.field.cause,
      measurementIds: ids,
      people,
      premises: premises.length,
      peopleShareSoFar: peopleSoFar / openPeople,
      premisesShareSoFar: premisesSoFar / openPremises,
    });
  }
  const stepsLeftOut = queues.reduce((sum, queue) => sum + worthwhile(queue).length, 0);
  return { open, steps, measurements, stepsLeftOut };

  /** Most people per new measurement, then most premises; ties go to the first in order. */
  function bestOf(queues: readonly Queue[]) {
    let best: { queue: Queue; candidate: SurveyCandidate; people: number; premises: number } | null = null;
    for (const queue of queues) {
      queue.candidates = worthwhile(queue);
      for (const candidate of queue.candidates) {
        const fresh = candidate.measurementIds.filter((id) => !queue.measured.has(id)).length;
        const [premises, cells] = undecided(queue, candidate.decided);
        const people = residentsOf(gaps, cells) / fresh;
        const perPremises = premises.length / fresh;
        if (best && (people < best.people || (people === best.people && perPremises <= best.premises)))
          continue;
        best = { queue, candidate, people, premises: perPremises };
      }
    }
    return best;
  }
}

/** Candidates with something new to measure that decides somebody yet undecided. */
function worthwhile(queue: Queue): SurveyCandidate[] {
  return queue.candidates.filter(({ measurementIds, decided }) => {
    if (measurementIds.every((id) => queue.measured.has(id))) return false;
    const [premises, cells] = undecided(queue, decided);
    return premises.length + cells.length > 0;
  });
}

function undecided(queue: Queue, decided: PlaceLists): [premises: number[], cells: number[]] {
  return [
    decided[0].filter((i) => !queue.decided[0].has(i)),
    decided[1].filter((i) => !queue.decided[1].has(i)),
  ];
}

function newlyDecided(queue: Queue, decided: PlaceLists): [premises: number[], cells: number[]] {
  const fresh = undecided(queue, decided);
  for (const p of [0, 1] as const) for (const i of fresh[p]) queue.decided[p].add(i);
  return fresh;
}
