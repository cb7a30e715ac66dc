/** High-density areas: contiguous H3 cells above a number of people per km², as polygons with their gaps. */
import type { GapCause, HighDensityArea, PopulationCell } from "@firecover/domain";
import { CommuneCode } from "@firecover/domain";
import { cellArea, cellsToMultiPolygon, gridDisk } from "h3-js";
import { compareText } from "../coverage-input.ts";
import type { CoverageResult } from "../coverage-result.ts";
import { gapCauses, hasGap } from "../gaps.ts";

/** Rows of the result's cells that share one hexagon: parts of it in several communes. */
interface Hexagon {
  h3: string;
  people: number;
  rows: number[];
}

/** `cells` in any order, the same that the result was computed from. Largest area first. */
export function highDensityAreas(
  result: CoverageResult,
  cells: readonly PopulationCell[],
  peoplePerKm2: number,
  thresholdMillis: number = result.firstEngineMillis,
): HighDensityArea[] {
  const ordered = cells.toSorted(
    (a, b) => compareText(a.h3, b.h3) || compareText(a.communeCode, b.communeCode),
  );
  const hexagons = new Map<string, Hexagon>();
  ordered.forEach(({ h3, people }, row) => {
    const hexagon = hexagons.get(h3) ?? { h3, people: 0, rows: [] };
    hexagon.people += people;
    hexagon.rows.push(row);
    hexagons.set(h3, hexagon);
  });
  const dense = new Map(
    [...hexagons].filter(([h3, { people }]) => people > peoplePerKm2 * cellArea(h3, "km2")),
  );
  const areas = contiguous(dense).map((group) => areaOf(group, ordered, result, thresholdMillis));
  return areas.sort((a, b) => b.people - a.people || compareText(a.id, b.id));
}

function contiguous(dense: ReadonlyMap<string, Hexagon>): Hexagon[][] {
  const groups: Hexagon[][] = [];
  const seen = new Set<string>();
  for (const start of dense.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group = [start];
    for (let next = 0; next < group.length; next++) {
      for (const neighbour of gridDisk(group[next]!, 1)) {
        if (seen.has(neighbour) || !dense.has(neighbour)) continue;
        seen.add(neighbour);
        group.push(neighbour);
      }
    }
    groups.push(group.sort(compareText).map((h3) => dense.get(h3)!));
  }
  return groups;
}

function areaOf(
  group: readonly Hexagon[],
  cells: readonly PopulationCell[],
  result: CoverageResult,
  thresholdMillis: number,
): HighDensityArea {
  const h3s = group.map(({ h3 }) => h3);
  const rows = group.flatMap((hexagon) => hexagon.rows);
  const people = group.reduce((sum, hexagon) => sum + hexagon.people, 0);
  const codes = new Set(rows.map((row) => cells[row]!.communeCode));
  const shareFailing = (cause: GapCause, certainty: "certain" | "possible") => {
    const answers = result.cells[certainty];
    const failing = rows.reduce(
      (sum, row) => (hasGap(answers, row, cause, thresholdMillis) ? sum + cells[row]!.people : sum),
      0,
    );
    return failing / people;
  };
  return {
    id: h3s[0]!,
    geometry: {
      type: "MultiPolygon",
      coordinates: cellsToMultiPolygon(h3s, true).map((polygon) =>
        polygon.map((ring) => ring.map(([lon, lat]): [number, number] => [lon!, lat!])),
      ),
    },
    areaKm2: h3s.reduce((sum, h3) => sum + cellArea(h3, "km2"), 0),
    people,
    communeCodes: [...codes].sort(compareText).map((code) => CommuneCode.parse(code)),
    gapShares: Object.fromEntries(
      gapCauses.map((cause) => [
        cause,
        { certain: shareFailing(cause, "certain"), possible: shareFailing(cause, "possible") },
      ]),
    ) as HighDensityArea["gapShares"],
  };
}
