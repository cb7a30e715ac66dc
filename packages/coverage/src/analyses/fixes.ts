/** The cheapest single works that close each gap, what each frees, and how far they go per commune and in all. */
import {
  type Certainty,
  defaultUnitPrices,
  type Fix,
  type Fixes,
  type FixKind,
  type UnitPrices,
} from "@firecover/domain";
import type { PreparedCoverage } from "../compute-coverage.ts";
import { compareText } from "../coverage-input.ts";
import type { CoverageResult } from "../coverage-result.ts";
import { gapCauses } from "../gaps.ts";
import { createArrivals } from "./fix-arrivals.ts";
import { coveredBy, type FixDraft, residentsOf } from "./fix-draft.ts";
import { findGaps, type Gaps, type PlaceLists } from "./fix-gaps.ts";
import { miniEngines } from "./fix-mini-engines.ts";
import { createOpenings } from "./fix-openings.ts";
import { neighbourhoodPosts } from "./fix-posts.ts";
import { roadWorks } from "./fix-road-works.ts";
import { newStations } from "./fix-stations.ts";
import { type FixSumsOf, sumFixes } from "./fix-sums.ts";
import { turningPlaceWorks } from "./fix-turning-places.ts";
import { moreEngines } from "./fix-vehicles.ts";
import { waterNeeds } from "./fix-water.ts";
import { sourceRepairs, suctionPoints } from "./fix-water-repairs.ts";
import { newSources } from "./fix-water-sites.ts";

/** So many are listed for a place and cause. */
const mostFixes = 5;
/** Works at a site of our own choosing cost the same at the next site, so one of a kind is enough; of others two. */
const kindsListedOnce: ReadonlySet<FixKind> = new Set([
  "new-hydrant",
  "new-tank",
  "turning-place",
  "neighbourhood-post",
] as const);

export interface FixesOptions {
  readonly unitPrices?: UnitPrices;
  readonly certainty?: Certainty;
  /** What `runCoverage` says, where it is known already. */
  readonly result?: CoverageResult;
}

/** A work weighed: what it costs and whom it frees. */
export interface WeighedFix {
  readonly draft: FixDraft;
  readonly covered: PlaceLists;
}

/** The works themselves with the places they free, for those who want more than the answer's counts. */
export interface WeighedFixes {
  readonly gaps: Gaps;
  readonly unitPrices: UnitPrices;
  readonly works: readonly WeighedFix[];
}

export function fixes(prepared: PreparedCoverage, options: FixesOptions = {}): Fixes {
  return answerOf(weighFixes(prepared, options));
}

export function weighFixes(prepared: PreparedCoverage, options: FixesOptions = {}): WeighedFixes {
  const { unitPrices = defaultUnitPrices, certainty = "certain", result } = options;
  const gaps = findGaps(prepared, certainty, result);
  const needs = waterNeeds(gaps);
  const openings = createOpenings(gaps);
  const arrivals = createArrivals(gaps);
  const drafts = [
    ...sourceRepairs(gaps, needs, unitPrices),
    ...suctionPoints(gaps, needs, unitPrices),
    ...newSources(gaps, needs, unitPrices),
    ...roadWorks(gaps, openings, unitPrices),
    ...turningPlaceWorks(gaps, openings, unitPrices),
    ...miniEngines(gaps, unitPrices),
    ...neighbourhoodPosts(gaps, unitPrices),
    ...newStations(gaps, arrivals, unitPrices),
    ...moreEngines(gaps, arrivals, unitPrices),
  ];
  const works = drafts
    .filter(({ freed }) => freed[0].length + freed[1].length > 0)
    .map((draft) => ({ draft, covered: coveredBy(gaps, draft) }));
  return { gaps, unitPrices, works };
}

export function answerOf(weighed: WeighedFixes): Fixes {
  const { gaps, unitPrices, works } = weighed;
  const { input } = gaps.prepared;
  const sumsOf: FixSumsOf = sumFixes(weighed);
  const total = sumsOf(null);
  const communes = input.communes.map(({ code, name }, c) => ({ communeCode: code, name, ...sumsOf(c) }));
  const listed = new Set(
    [total, ...communes].flatMap(({ causes }) => causes.flatMap(({ fixIds }) => fixIds)),
  );
  const fixIdsOf = [listFixes(weighed, 0), listFixes(weighed, 1)] as const;
  const placesOf = <Id>(p: 0 | 1, idOf: (i: number) => Id) =>
    fixIdsOf[p].flatMap((fixIds, i) => {
      const { failing, failCount, placed } = gaps.places[p];
      if (failCount[i] === 0) return [];
      for (const id of fixIds) listed.add(id);
      return [
        {
          ...idOf(i),
          communeCode: input.communes[placed.points.communeIndex[i]!]?.code ?? null,
          failing: gapCauses.filter((cause) => failing[cause][i]),
          fixIds,
        },
      ];
    });
  const premises = placesOf(0, (i) => ({ premisesId: input.premises[i]!.id }));
  const cells = placesOf(1, (i) => ({ h3: input.cells[i]!.h3 }));
  return {
    certainty: gaps.certainty,
    unitPrices,
    total,
    communes,
    fixes: works.filter(({ draft }) => listed.has(draft.id)).map((work) => fixOf(gaps, work)),
    premises,
    cells,
  };
}

/** Fixes of one premises or cell, cheapest first, as the answer lists them. */
export function fixesFor(answer: Fixes, asked: { kind: "premises" | "cell"; id: string }): Fix[] {
  const place =
    asked.kind === "premises"
      ? answer.premises.find(({ premisesId }) => premisesId === asked.id)
      : answer.cells.find(({ h3 }) => h3 === asked.id);
  const byId = new Map(answer.fixes.map((fix) => [fix.id, fix]));
  return (place?.fixIds ?? []).flatMap((id) => byId.get(id) ?? []);
}

/** Per place the ids of its fixes: cheapest first, at most five per cause. */
function listFixes({ gaps, works }: WeighedFixes, p: 0 | 1): string[][] {
  const byCost = works.toSorted(
    (a, b) =>
      a.draft.costMillionDong - b.draft.costMillionDong ||
      b.draft.freed[0].length - a.draft.freed[0].length ||
      b.draft.freed[1].length - a.draft.freed[1].length ||
      compareText(a.draft.id, b.draft.id),
  );
  const lists = Array.from({ length: gaps.places[p].placed.points.count }, (): FixDraft[] => []);
  for (const { draft } of byCost) {
    const mostOfKind = kindsListedOnce.has(draft.kind) ? 1 : 2;
    for (const i of draft.freed[p]) {
      let ofCause = 0;
      let ofKind = 0;
      for (const { cause, kind } of lists[i]!) {
        if (cause === draft.cause) ofCause++;
        if (cause === draft.cause && kind === draft.kind) ofKind++;
      }
      if (ofCause < mostFixes && ofKind < mostOfKind) lists[i]!.push(draft);
    }
  }
  return lists.map((list) => list.map(({ id }) => id));
}

function fixOf(gaps: Gaps, { draft, covered }: WeighedFix): Fix {
  const { id, kind, cause, costMillionDong, isSeenByRuns, freed } = draft;
  return {
    id,
    kind,
    cause,
    costMillionDong,
    isSeenByRuns,
    ...draft.describe(),
    communeCode: communeOfFix(gaps, freed),
    premises: freed[0].length,
    people: residentsOf(gaps, freed[1]),
    premisesCovered: covered[0].length,
    peopleCovered: residentsOf(gaps, covered[1]),
  };
}

/** The commune in which most of the freed places lie. */
export function communeOfFix({ prepared, places }: Gaps, freed: PlaceLists): Fix["communeCode"] {
  const counts = new Map<number, number>();
  for (const p of [0, 1] as const) {
    for (const i of freed[p]) {
      const c = places[p].placed.points.communeIndex[i]!;
      counts.set(c, (counts.get(c) ?? 0) + 1);
    }
  }
  let best = -1;
  for (const [c, count] of counts) if (c >= 0 && count > (counts.get(best) ?? 0)) best = c;
  return prepared.input.communes[best]?.code ?? null;
}
