/** The stamp of a result: the same stamp gives the same numbers. */
import type { ResultStamp } from "@firecover/domain";
import { encodeRoadNetwork } from "@firecover/road-network";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type CoverageInput, compareText, inCanonicalOrder } from "./coverage-input.ts";
import { engineVersion } from "./engine-version.ts";

type DataDates = ResultStamp["dataDates"];

export interface StampOptions {
  /** ISO date and time; now by default. Not part of the hash. */
  readonly computedAt?: string;
  /** Dates of layers that the input holds without their provenance: roads, communes, population. */
  readonly dataDates?: DataDates;
  /** Whether one of those layers is invented. */
  readonly isSynthetic?: boolean;
}

/** SHA-256 over roads, registers, cells, standard, parameters and the version of the arithmetic. */
export function resultStamp(input: CoverageInput, options: StampOptions = {}): ResultStamp {
  const { stations, waterSources, premises } = input;
  const records = [...stations, ...waterSources, ...premises];
  return {
    hash: inputHash(input),
    engineVersion,
    computedAt: options.computedAt ?? new Date().toISOString(),
    dataDates: [
      ...datesOf("fire-stations", stations),
      ...datesOf("water-sources", waterSources),
      ...datesOf("premises", premises),
      ...(options.dataDates ?? []),
    ],
    isSynthetic: options.isSynthetic === true || records.some((record) => record.isSynthetic),
  };
}

export function inputHash(unordered: CoverageInput): string {
  const { network, communes, stations, waterSources, premises, cells, standard, parameters } =
    inCanonicalOrder(unordered);
  const hash = sha256.create();
  const add = (name: string, value: unknown) => hash.update(utf8ToBytes(`${name}:${canonicalJson(value)}\n`));
  add("engine", engineVersion);
  add("standard", standard);
  add("parameters", parameters);
  const plainCommunes = communes.map(({ code, name, isUrbanCentre, population }) => ({
    code,
    name,
    isUrbanCentre,
    population,
  }));
  add("communes", plainCommunes);
  add("stations", stations);
  add("waterSources", waterSources);
  add("premises", premises);
  add("cells", cells);
  hash.update(encodeRoadNetwork(network));
  return bytesToHex(hash.digest());
}

/** JSON with the keys of every object in order, so that the way a record was built does not matter. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b)));
  });
}

/** The oldest and newest date per source. */
function datesOf(layer: string, records: readonly { source: string; dataDate: string }[]): DataDates {
  const dates = new Map<string, { from: string; to: string }>();
  for (const { source, dataDate } of records) {
    const known = dates.get(source);
    if (!known) dates.set(source, { from: dataDate, to: dataDate });
    else if (dataDate < known.from) known.from = dataDate;
    else if (dataDate > known.to) known.to = dataDate;
  }
  return [...dates]
    .sort(([a], [b]) => compareText(a, b))
    .map(([source, { from, to }]) => ({ layer, source, from, to }));
}
