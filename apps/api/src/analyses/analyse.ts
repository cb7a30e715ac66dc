/** Which function of the coverage package answers which analysis, and what it calls what was asked. */
import type { PreparedCoverage } from "@firecover/coverage";
import {
  cutRanking,
  deadEnds,
  deepAlleys,
  enginesWithin,
  hydrantSpacing,
  isochrones,
  speedInterval,
} from "@firecover/coverage/analyses";
import type { UnitPrices } from "@firecover/domain";
import { type Certainty, FirecoverError, type FireStationId, type PremisesId } from "@firecover/domain";

/** What an address may ask, of any analysis; each reads what its query lets through. */
export interface Asked {
  readonly certainty?: Certainty;
  readonly limit?: number;
  /** Several where isochrones are asked for. */
  readonly minutes?: number | readonly number[];
  readonly premisesId?: PremisesId;
  readonly stationIds?: readonly FireStationId[];
  readonly roads?: boolean;
  readonly unitPrices?: UnitPrices;
}

type Analyse = (prepared: PreparedCoverage, asked: Asked) => unknown;

const computations: Readonly<Record<string, Analyse>> = {
  "deep-alleys": (prepared, { limit }) => deepAlleys(prepared, given({ most: limit })),
  "dead-ends": (prepared, { limit }) => deadEnds(prepared, given({ most: limit })),
  "hydrant-spacing": (prepared, { certainty, limit }) =>
    hydrantSpacing(prepared, given({ certainty, mostStretches: limit })),
  "engines-within": (prepared, { minutes }) => enginesWithin(prepared, given({ minutes: single(minutes) })),
  "cut-ranking": (prepared, { certainty, minutes, limit }) =>
    cutRanking(prepared, given({ certainty, thresholdMillis: millisOf(minutes), top: limit })),
  "speed-interval": (prepared, { minutes }) =>
    speedInterval(prepared, given({ thresholdMillis: millisOf(minutes) })),
  isochrones: (prepared, { minutes, certainty, stationIds, roads }) =>
    isochrones(prepared, given({ minutes: several(minutes), certainty, stationIds, roads })),
};

export const isComputable = (name: string): boolean => Object.hasOwn(computations, name);

export function analyse(prepared: PreparedCoverage, name: string, asked: Asked): unknown {
  const computation = isComputable(name) ? computations[name] : undefined;
  if (!computation) throw new FirecoverError("not-found", `There is no analysis ${name}.`);
  return computation(prepared, asked);
}

const single = (minutes: Asked["minutes"]) => (typeof minutes === "object" ? minutes[0] : minutes);
const several = (minutes: Asked["minutes"]) => (typeof minutes === "number" ? [minutes] : minutes);

const millisOf = (minutes: Asked["minutes"]): number | undefined => {
  const one = single(minutes);
  return one === undefined ? undefined : Math.round(one * 60_000);
};

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Only what was asked for: for the rest the analysis has its own default. */
function given<T extends object>(options: T): Given<T> {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<T>;
}
