/** Premises and population cells as one kind of column: places that coverage is asked for. */
import type { HazardClass, PopulationCell, Premises } from "@firecover/domain";
import type { CoverageInput } from "./coverage-input.ts";
import { cellWaterDemand, premisesWaterDemand, type WaterDemand } from "./water-demand.ts";

export interface DemandPoints {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly people: Uint32Array;
  readonly communeIndex: Int32Array;
  readonly hazardClass: readonly HazardClass[];
  readonly water: { readonly certain: readonly WaterDemand[]; readonly possible: readonly WaterDemand[] };
}

export function premisesPoints(input: CoverageInput): DemandPoints {
  const { premises, communes } = input;
  const communeIndex = communeIndexes(input, premises);
  const communeOf = (i: number) => communes[communeIndex[i]!] ?? null;
  return {
    ...places(premises),
    people: Uint32Array.from(premises, (one) => one.occupants ?? 0),
    communeIndex,
    hazardClass: premises.map((one) => one.hazardClass),
    water: {
      certain: premises.map((one, i) => premisesWaterDemand(one, communeOf(i), "certain")),
      possible: premises.map((one, i) => premisesWaterDemand(one, communeOf(i), "possible")),
    },
  };
}

export function cellPoints(input: CoverageInput): DemandPoints {
  const { cells, communes, standard } = input;
  const communeIndex = communeIndexes(input, cells);
  const communeOf = (i: number) => communes[communeIndex[i]!] ?? null;
  return {
    ...places(cells),
    people: Uint32Array.from(cells, (cell) => cell.people),
    communeIndex,
    hazardClass: cells.map(() => standard.cellHazardClass.value),
    water: {
      certain: cells.map((_, i) => cellWaterDemand(communeOf(i), "certain")),
      possible: cells.map((_, i) => cellWaterDemand(communeOf(i), "possible")),
    },
  };
}

function places(points: readonly (Premises | PopulationCell)[]) {
  return {
    count: points.length,
    lon: Float64Array.from(points, ({ location }) => location[0]),
    lat: Float64Array.from(points, ({ location }) => location[1]),
  };
}

function communeIndexes(
  { communes }: CoverageInput,
  points: readonly (Premises | PopulationCell)[],
): Int32Array {
  const indexOf = new Map<string, number>(communes.map(({ code }, index) => [code, index]));
  return Int32Array.from(points, ({ communeCode }) =>
    communeCode === null ? -1 : (indexOf.get(communeCode) ?? -1),
  );
}
