/** Rows of the three tables, from the same columns and filters as the map. */
import type { Certainty, CommuneIndicators, GapCause, HighDensityArea } from "@firecover/domain";
import type { CoverageSubjects } from "../api/coverage-runs.ts";
import { bitOf, causesOf } from "./gap-bits.ts";
import type { CoverageData } from "./use-coverage-data.ts";
import { unreached } from "./without-roads.ts";

export interface PremisesRow {
  readonly subject: CoverageSubjects["premises"][number];
  readonly communeName: string;
  readonly causes: readonly GapCause[];
  /** Null = no engine comes. */
  readonly responseSeconds: number | null;
  readonly stationName: string | null;
  readonly location: readonly [number, number];
}

export interface Filter {
  readonly cause: GapCause | undefined;
  readonly commune: string | undefined;
  readonly certainty: Certainty;
}

/** Premises with at least one gap, or with the chosen one, in the chosen commune. */
export function premisesRows(
  { result, subjects }: CoverageData,
  gaps: Uint8Array,
  filter: Filter,
): PremisesRow[] {
  const { premises } = result;
  const { responseMillis, stationIndex } = premises[filter.certainty];
  const mask = filter.cause ? bitOf[filter.cause] : 15;
  const rows: PremisesRow[] = [];
  for (let i = 0; i < premises.count; i++) {
    const commune = subjects.communes[premises.communeIndex[i]!];
    if (!(gaps[i]! & mask) || (filter.commune && commune?.code !== filter.commune)) continue;
    rows.push({
      subject: subjects.premises[i]!,
      communeName: commune?.name ?? "–",
      causes: causesOf(gaps[i]!),
      responseSeconds: responseMillis[i] === unreached ? null : responseMillis[i]! / 1000,
      stationName: subjects.stations[stationIndex[i]!]?.name ?? null,
      location: [premises.lon[i]!, premises.lat[i]!],
    });
  }
  return rows;
}

export function communeRows(communes: readonly CommuneIndicators[], filter: Filter): CommuneIndicators[] {
  return communes.filter(({ communeCode }) => !filter.commune || communeCode === filter.commune);
}

export interface AreaRow {
  readonly area: HighDensityArea;
  readonly number: number;
  readonly communeNames: readonly string[];
}

export function areaRows({ run, subjects }: CoverageData, filter: Filter): AreaRow[] {
  const names = new Map(subjects.communes.map(({ code, name }) => [code, name]));
  return run.highDensityAreas
    .map((area, index) => ({
      area,
      number: index + 1,
      communeNames: area.communeCodes.map((code) => names.get(code) ?? code),
    }))
    .filter(({ area }) => !filter.commune || area.communeCodes.some((code) => code === filter.commune));
}
