/** Flow, volume, state and lift that nobody measured, and buildings whose need nobody knows: what water hangs on. */
import type { SurveyMeasurement } from "@firecover/domain";
import { isEnough, type WaterBalance } from "../water.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";
import { surveyBuildings } from "./survey-buildings.ts";
import { openPlaces, type SurveyCandidate, type SurveyField } from "./survey-field.ts";
import { askedFlows, surveySources } from "./survey-sources.ts";

/** More sources than that are not measured for one place. */
const mostSources = 4;

export function surveyWater(gaps: Gaps): SurveyField {
  const { prepared, places, supply, certainty } = gaps;
  const { waterSources } = prepared.input;
  const open = openPlaces(gaps, "water");
  const sources = surveySources(gaps);
  const { best, isUnknown, capacityIf } = sources;
  const buildings = surveyBuildings(gaps, open[0]);

  /** Sources and buildings measured so far: the capacity that each source is taken to have shown. */
  const measured = new Map<number, number>();
  const measuredBuildings = new Set<number>();
  const flowAsked = new Map<number, number>();

  function isMet(p: 0 | 1, i: number, extra: ReadonlyMap<number, number>, withBuilding: boolean): boolean {
    const { pairs, placed } = places[p];
    const balance: WaterBalance = { available: 0, notFromHydrants: 0, hydrants: 0 };
    for (let k = pairs.first[i]!; k < pairs.first[i + 1]!; k++) {
      const s = pairs.source[k]!;
      const capacity = extra.get(s) ?? measured.get(s) ?? supply.capacity[s]!;
      if (capacity === 0 || pairs.millimetres[k]! > supply.radiusMillimetres[s]!) continue;
      balance.available += capacity;
      if (supply.isHydrant[s]) balance.hydrants++;
      else balance.notFromHydrants += capacity;
    }
    const required = withBuilding ? buildings.requiredLps(i) : placed.points.water[certainty][i]!.requiredLps;
    return isEnough(balance, required, certainty);
  }
  const isMetNow = (p: 0 | 1, i: number, extra: ReadonlyMap<number, number> = new Map()) =>
    isMet(p, i, extra, p === 0 && measuredBuildings.has(i));

  /** Open places by the unknown sources within their reach. */
  const placesOf = new Map<number, [premises: number[], cells: number[]]>();
  const unknownOf = (p: 0 | 1, i: number): number[] => {
    const { pairs } = places[p];
    const sources: number[] = [];
    for (let k = pairs.first[i]!; k < pairs.first[i + 1]!; k++) {
      const s = pairs.source[k]!;
      if (isUnknown(s) && pairs.millimetres[k]! <= supply.radiusMillimetres[s]!) sources.push(s);
    }
    return sources;
  };
  for (const p of [0, 1] as const) {
    for (const i of open[p]) {
      for (const s of unknownOf(p, i)) {
        const lists = placesOf.get(s) ?? [[], []];
        lists[p].push(i);
        placesOf.set(s, lists);
      }
    }
  }

  const candidates = [...sourceCandidates(), ...buildingCandidates()];

  function decidedBy(sources: readonly number[], extra: ReadonlyMap<number, number>): PlaceLists {
    const listOf = (p: 0 | 1) => {
      const beside = new Set(sources.flatMap((s) => placesOf.get(s)?.[p] ?? []));
      return [...beside].filter((i) => isMetNow(p, i, extra)).sort((a, b) => a - b);
    };
    return [listOf(0), listOf(1)];
  }

  /** Each source alone; and for a place that none alone decides, its nearest ones until it is. */
  function sourceCandidates(): SurveyCandidate[] {
    const groups = new Map<string, number[]>();
    for (const s of placesOf.keys()) groups.set(`${s}`, [s]);
    for (const p of [0, 1] as const) {
      for (const i of open[p]) {
        const unknown = unknownOf(p, i);
        if (unknown.some((s) => isMetNow(p, i, new Map([[s, best[s]!]])))) continue;
        const group = unknown.slice(0, mostSources);
        for (let length = 2; length <= group.length; length++) {
          const some = group.slice(0, length).sort((a, b) => a - b);
          if (!isMetNow(p, i, bestOf(some))) continue;
          groups.set(some.join("+"), some);
          break;
        }
      }
    }
    return [...groups.values()].map((sources) => ({
      measurementIds: sources.map((s) => `source:${waterSources[s]!.id}`),
      decided: decidedBy(sources, bestOf(sources)),
    }));
  }

  function buildingCandidates(): SurveyCandidate[] {
    return open[0]
      .filter((i) => buildings.hasUnknown(i) && isMet(0, i, new Map(), true))
      .map((i) => ({ measurementIds: [buildings.idOf(i)], decided: [[i], []] }));
  }

  function bestOf(sources: readonly number[]): Map<number, number> {
    return new Map(sources.map((s) => [s, best[s]!]));
  }

  const sourceOf = new Map(waterSources.map(({ id }, s) => [`source:${id}`, s]));

  function measure(ids: readonly string[]): PlaceLists {
    const sources = ids.flatMap((id) => sourceOf.get(id) ?? []);
    for (const id of ids) if (!sourceOf.has(id)) measuredBuildings.add(buildings.indexOf(id));
    const decided = decidedBy(sources, bestOf(sources));
    for (const s of sources) measured.set(s, best[s]!);
    // A single source is asked for no more than decides the same places.
    if (sources.length === 1) askForLess(sources[0]!, decided);
    for (const s of sources) if (!flowAsked.has(s)) flowAsked.set(s, askedFlows.at(-1)!);
    const all = (p: 0 | 1) => open[p].filter((i) => isMetNow(p, i));
    return [all(0), all(1)];
  }

  function askForLess(s: number, decided: PlaceLists): void {
    for (const flow of askedFlows) {
      const capacity = capacityIf(s, flow);
      if (capacity <= supply.capacity[s]!) continue;
      measured.set(s, capacity);
      const isSame = ([0, 1] as const).every((p) => decided[p].every((i) => isMetNow(p, i)));
      if (!isSame) continue;
      flowAsked.set(s, flow);
      return;
    }
    measured.set(s, best[s]!);
  }

  function describe(id: string): SurveyMeasurement {
    const s = sourceOf.get(id);
    return s === undefined ? buildings.describe(id) : sources.describe(s, id, flowAsked.get(s)!);
  }

  return { cause: "water", candidates, measure, describe };
}
