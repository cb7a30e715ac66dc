/** Which function of the coverage package answers which analysis, and what it calls what was asked. */
import type { PreparedCoverage } from "@firecover/coverage";
import {
  cutRanking,
  deadEnds,
  deepAlleys,
  enginesWithin,
  fixes,
  hydrantSpacing,
  isochrones,
  speedInterval,
  surveyList,
  waterSupply,
} from "@firecover/coverage/analyses";
import type {
  Certainty,
  FireStationId,
  MixedWorksAim,
  PremisesId,
  UnitPrices,
  VehicleClassId,
} from "@firecover/domain";
import type { AnalysisName } from "./analysis-name.ts";

/** What an address may ask, of any analysis; each reads what its query lets through. */
export interface Asked {
  readonly certainty?: Certainty;
  readonly limit?: number;
  /** Several where isochrones are asked for. */
  readonly minutes?: number | readonly number[];
  readonly vehicleClass?: VehicleClassId;
  readonly premisesId?: PremisesId;
  /** H3 index. */
  readonly cell?: string;
  readonly sums?: boolean;
  readonly stationIds?: readonly FireStationId[];
  readonly roads?: boolean;
  readonly turningPlaces?: boolean;
  readonly unitPrices?: UnitPrices;
  /** Million đồng. */
  readonly budget?: number;
  readonly aim?: MixedWorksAim;
  /** Seconds. */
  readonly timeLimit?: number;
}

/** At once, or after the solver has been loaded. */
type Analyse = (prepared: PreparedCoverage, asked: Asked) => unknown | Promise<unknown>;

const computations: Readonly<Record<AnalysisName, Analyse>> = {
  "deep-alleys": (prepared, { vehicleClass, limit }) =>
    deepAlleys(prepared, given({ vehicleClass, most: limit })),
  "dead-ends": (prepared, { vehicleClass, limit }) =>
    deadEnds(prepared, given({ vehicleClass, most: limit })),
  "hydrant-spacing": (prepared, { certainty, limit }) =>
    hydrantSpacing(prepared, given({ certainty, mostStretches: limit })),
  "water-supply": (prepared, { certainty, limit }) =>
    waterSupply(prepared, given({ certainty, mostRows: limit })),
  "engines-within": (prepared, { minutes }) => enginesWithin(prepared, given({ minutes: one(minutes) })),
  "cut-ranking": (prepared, { certainty, minutes, limit }) =>
    cutRanking(prepared, given({ certainty, thresholdMillis: millisOf(minutes), top: limit })),
  "speed-interval": (prepared, { minutes }) =>
    speedInterval(prepared, given({ thresholdMillis: millisOf(minutes) })),
  fixes: (prepared, { certainty, unitPrices }) => fixes(prepared, given({ certainty, unitPrices })),
  "mixed-works": async (prepared, { budget = 0, aim, certainty, unitPrices, timeLimit }) => {
    // WebAssembly comes only where it is asked for
    const { mixedWorks } = await import("@firecover/coverage/siting");
    const { loadSolver } = await import("@firecover/location-allocation");
    const options = given({ aim, certainty, unitPrices, timeLimitSeconds: timeLimit });
    return mixedWorks(prepared, { ...options, budgetMillionDong: budget }, await loadSolver());
  },
  "survey-list": (prepared, { limit, turningPlaces }) =>
    surveyList(prepared, given({ mostSteps: limit, turningPlaces })),
  isochrones: (prepared, { minutes, certainty, stationIds, roads }) =>
    isochrones(prepared, given({ minutes: many(minutes), certainty, stationIds, roads })),
};

export const analyse = async (
  prepared: PreparedCoverage,
  name: AnalysisName,
  asked: Asked,
): Promise<unknown> => computations[name](prepared, asked);

type Minutes = Asked["minutes"];
const many = (minutes: Minutes): readonly number[] | undefined =>
  typeof minutes === "number" ? [minutes] : minutes;
const one = (minutes: Minutes): number | undefined => many(minutes)?.[0];

function millisOf(minutes: Minutes): number | undefined {
  const asked = one(minutes);
  return asked === undefined ? undefined : Math.round(asked * 60_000);
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Only what was asked for: for the rest the analysis has its own default. */
function given<T extends object>(options: T): Given<T> {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<T>;
}
