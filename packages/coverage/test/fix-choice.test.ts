/** Works chosen together, sites thinned out, openings tried in one go: each against what it stands for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseWorks } from "../src/analyses/fix-cover.ts";
import { type FixDraft, noDetails } from "../src/analyses/fix-draft.ts";
import { findGaps } from "../src/analyses/fix-gaps.ts";
import { createOpenings } from "../src/analyses/fix-openings.ts";
import { fewestSites } from "../src/analyses/fix-sites.ts";
import { prepareCoverage } from "../src/index.ts";
import { referenceProvince } from "./reference-province.ts";

const places = fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { maxLength: 8 });

describe("works chosen together", () => {
  const drafts = fc.array(fc.record({ freed: places, cost: fc.integer({ min: 0, max: 50 }) }), {
    maxLength: 15,
  });
  const draftOf = ({ freed, cost }: { freed: number[]; cost: number }, k: number): FixDraft => ({
    id: `${k}`,
    kind: "new-tank",
    cause: "water",
    costMillionDong: cost,
    isSeenByRuns: true,
    freed: [freed, []],
    describe: () => ({ ...noDetails, location: [105, 21] }),
  });

  test("free all that any of them frees, and none of them is idle", () => {
    fc.assert(
      fc.property(drafts, places, (drawn, notAsked) => {
        const isAsked = (i: number) => !notAsked.includes(i);
        const all = drawn.map(draftOf);
        const { chosen, premises } = chooseWorks(all, isAsked);
        const union = (some: readonly FixDraft[]) =>
          new Set(some.flatMap(({ freed }) => freed[0].filter(isAsked)));
        expect(premises).toEqual(union(all));
        expect(union(chosen)).toEqual(premises);
        for (const one of chosen)
          expect(union(chosen.filter((other) => other !== one)).size).toBeLessThan(premises.size);
      }),
    );
  });

  test("begin with the one that frees most per đồng, unless later ones make it idle", () => {
    fc.assert(
      fc.property(drafts, (drawn) => {
        const all = drawn
          .map(draftOf)
          .filter(({ freed, costMillionDong }) => freed[0].length > 0 && costMillionDong > 0);
        const { chosen } = chooseWorks(all, () => true);
        if (all.length === 0) return;
        const yieldOf = ({ freed, costMillionDong }: FixDraft) => freed[0].length / costMillionDong;
        const best = Math.max(...all.map(yieldOf));
        const first = chosen[0]!;
        const leaders = all.filter((draft) => yieldOf(draft) === best);
        const others = new Set(chosen.flatMap(({ freed }) => freed[0]));
        expect(
          yieldOf(first) === best || leaders.some(({ freed }) => freed[0].every((i) => others.has(i))),
        ).toBe(true);
      }),
    );
  });
});

test("few sites reach all that any site reaches", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(places, places), { maxLength: 12 }), (reached) => {
      const chosen = fewestSites(reached);
      for (const p of [0, 1] as const) {
        const all = new Set(reached.flatMap((lists) => lists[p]));
        expect(new Set(chosen.flatMap((s) => reached[s]![p]))).toEqual(all);
      }
      expect(new Set(chosen).size).toBe(chosen.length);
    }),
  );
});

test.each(["certain", "possible"] as const)("openings tried in one go are told apart (%s)", (certainty) => {
  const gaps = findGaps(prepareCoverage(referenceProvince()), certainty);
  const { wayCount, edgeCount } = gaps.prepared.input.network;
  const openings = createOpenings(gaps);
  const opening = fc.record({
    ways: fc
      .uniqueArray(fc.integer({ min: 0, max: wayCount - 1 }), { minLength: 1, maxLength: 3 })
      .map((ways) => ways.map((way) => ({ way, isOpened: true, isWidened: true }))),
    turningPlaces: fc.array(
      fc.record({ edge: fc.integer({ min: 0, max: edgeCount - 1 }), along: fc.constant(0) }),
      {
        maxLength: 1,
      },
    ),
  });
  let freedCount = 0;
  fc.assert(
    fc.property(fc.array(opening, { minLength: 2, maxLength: 12 }), (drawn) => {
      const apart = drawn.map((one) => openings.freedBy([one])[0]!);
      freedCount += apart.filter(([premises, cells]) => premises.length + cells.length > 0).length;
      expect(openings.freedBy(drawn)).toEqual(apart);
    }),
    { numRuns: 60 },
  );
  expect(freedCount).toBeGreaterThan(10);
});
