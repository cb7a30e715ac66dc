/** Every aim and rule on random towns, against every set of sites tried on the arrivals of runs with one station each. */
import type { SitingAim, SitingQuestion } from "@firecover/domain";
import { loadSolver } from "@firecover/location-allocation";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type CoverageInput, computeCoverage, inCanonicalOrder } from "../../src/index.ts";
import { runSiting } from "../../src/siting/index.ts";
import { at } from "../builders.ts";
import { inputOf, sketch } from "../random-province.ts";
import { ask, candidate } from "./siting-builders.ts";

const solver = await loadSolver();
const late = 0xffffffff;

interface OracleSite {
  readonly id: string;
  readonly isToday: boolean;
  readonly isFixed: boolean;
  readonly location: readonly [number, number];
  readonly price: number;
  readonly millis: Uint32Array;
}

/** A degree is as long both ways where the towns stand. */
const metres = (a: OracleSite, b: OracleSite) =>
  (Math.hypot(a.location[0] - b.location[0], a.location[1] - b.location[1]) * 6_371_008.8 * Math.PI) / 180;

function choicesOf(sites: readonly OracleSite[], question: SitingQuestion): OracleSite[][] {
  const { newStationCount, budgetMillionDong, minSpacingMetres, groups, forbiddenSiteIds } = question;
  const todayCount = sites.filter(({ isToday }) => isToday).length;
  const free = sites.filter(({ isFixed }) => !isFixed);
  const fixed = sites.filter(({ isFixed }) => isFixed);
  return Array.from({ length: 2 ** free.length }, (_, subset) => [
    ...fixed,
    ...free.filter((_, n) => (subset >> n) & 1),
  ]).filter((open) => {
    const isIn = (id: string) => open.some((site) => site.id === id && !site.isToday);
    if (open.length > todayCount + newStationCount!) return false;
    if (open.reduce((sum, { price }) => sum + price, 0) > (budgetMillionDong ?? Infinity)) return false;
    if (forbiddenSiteIds.some(isIn) || groups.some((group) => !group.some(isIn))) return false;
    return open.every((a) =>
      open.every((b) => a === b || (a.isToday && b.isToday) || metres(a, b) >= (minSpacingMetres ?? 0)),
    );
  });
}

/** Greater is better; null = somebody is left out whom the aim asks to be reached. */
function worth(
  aim: SitingAim,
  open: readonly OracleSite[],
  weight: readonly number[],
  asked: readonly number[],
  limit: number,
) {
  const least = (i: number) => Math.min(late, ...open.map(({ millis }) => millis[i]!));
  const within = (i: number) => open.filter(({ millis }) => millis[i]! <= limit).length;
  const sum = (value: (i: number) => number) => weight.reduce((all, w, i) => all + w * value(i), 0);
  const price = open.reduce((all, one) => all + one.price, 0);
  if (aim === "most-covered") return sum((i) => (within(i) > 0 ? 1 : 0));
  if (aim === "most-backup") return sum((i) => (within(i) > 1 ? 1 : 0));
  if (aim === "all-covered") return asked.every((i) => within(i) > 0) ? -price : null;
  if (aim === "all-covered-backup")
    return asked.every((i) => within(i) > 0) ? sum((i) => (within(i) > 1 ? 1 : 0)) - 1e6 * price : null;
  if (asked.some((i) => least(i) === late)) return null;
  const all = asked.reduce((total, i) => total + weight[i]!, 0);
  if (aim === "least-worst") return -Math.max(0, ...asked.map(least)) / 1000;
  return all === 0 ? 0 : -asked.reduce((total, i) => total + weight[i]! * least(i), 0) / all / 1000;
}

const place = fc.record({ x: fc.integer({ min: -20, max: 410 }), y: fc.integer({ min: -20, max: 410 }) });
const rules = fc.record({
  newStationCount: fc.integer({ min: 0, max: 3 }),
  budgetMillionDong: fc.constantFrom(null, null, 20, 70),
  minSpacingMetres: fc.constantFrom(null, null, 90),
  hasGroup: fc.boolean(),
  isReleased: fc.boolean(),
  isForbidden: fc.boolean(),
  thresholdMillis: fc.integer({ min: 125_000, max: 240_000 }),
});

function oracleSites(
  input: CoverageInput,
  question: SitingQuestion,
  candidates: readonly ReturnType<typeof candidate>[],
) {
  const alone = (station: CoverageInput["stations"][number]) =>
    computeCoverage({ ...input, stations: [station] }).cells.certain.responseMillis;
  const { stations } = inCanonicalOrder(input);
  const like = { ...stations[0]!, turnoutSeconds: null, vehicles: [] };
  return [
    ...stations.map((station): OracleSite => {
      const isFixed = !question.releasedStationIds.includes(station.id);
      return {
        id: station.id,
        isToday: true,
        isFixed,
        location: station.location,
        price: 0,
        millis: alone(station),
      };
    }),
    ...candidates.map(({ id, location, priceMillionDong }): OracleSite => {
      const isFixed = question.requiredSiteIds.includes(id);
      const millis = alone({ ...like, location });
      return { id, isToday: false, isFixed, location, price: priceMillionDong!, millis };
    }),
  ];
}

const aims: SitingAim[] = [
  "most-covered",
  "all-covered",
  "least-average",
  "least-worst",
  "most-backup",
  "all-covered-backup",
];

it.each(aims)(
  "answers %s as well as any set of sites that keeps the rules",
  (aim) => {
    let answered = 0;
    fc.assert(
      fc.property(
        sketch,
        fc.array(place, { minLength: 2, maxLength: 4 }),
        rules,
        (drawn, places, drawnRules) => {
          const { hasGroup, isReleased, isForbidden, thresholdMillis, ...plain } = drawnRules;
          const input = inputOf(drawn);
          const candidates = places.map(({ x, y }, n) =>
            candidate(`k${n}`, at(x, y), { priceMillionDong: 10 + 10 * n }),
          );
          const { stations, cells } = inCanonicalOrder(input);
          const question = ask({
            ...plain,
            aim,
            parameters: input.parameters,
            thresholdMinutes: thresholdMillis / 60_000,
            groups: hasGroup ? [["k1"]] : [],
            releasedStationIds: isReleased ? [stations[0]!.id] : [],
            forbiddenSiteIds: isForbidden ? ["k0"] : [],
          });
          const sites = oracleSites(input, question, candidates);
          // Candidates too near to a station that stays are no sites at all.
          const staying = sites.filter(({ isToday, isFixed }) => isToday && isFixed);
          const usable = sites.filter(
            (site) =>
              site.isToday ||
              (!question.forbiddenSiteIds.some((id) => id === site.id) &&
                staying.every((other) => metres(site, other) >= (question.minSpacingMetres ?? 0))),
          );
          const hasSite = usable.some(({ isToday }) => !isToday);
          if (!hasSite || (hasGroup && !usable.some(({ id }) => id === "k1"))) {
            expect(() => runSiting(input, candidates, question, solver)).toThrow();
            return;
          }
          const isOfTimes = aim === "least-average" || aim === "least-worst";
          const limit = isOfTimes ? late - 1 : thresholdMillis;
          const weight = cells.map(({ people }) => people);
          const asked = [...cells.keys()].filter((i) => usable.some(({ millis }) => millis[i]! <= limit));
          const best = choicesOf(usable, question)
            .map((open) => worth(aim, open, weight, asked, thresholdMillis))
            .reduce(
              (most, value) => (value === null || (most !== null && value <= most) ? most : value),
              null,
            );
          const answer = runSiting(input, candidates, question, solver);
          if (best === null) {
            expect([answer.status, answer.best]).toEqual(["infeasible", null]);
            return;
          }
          answered++;
          expect([answer.status, answer.gap]).toEqual(["optimal", 0]);
          const open = usable.filter(
            ({ id, isToday, isFixed }) =>
              isFixed ||
              (isToday ? answer.best!.keptStationIds : answer.best!.siteIds).some((one) => one === id),
          );
          expect(worth(aim, open, weight, asked, thresholdMillis)).toBeCloseTo(best, 9);
          const { objective, coveredWeight } = answer.best!;
          if (aim === "all-covered-backup")
            expect(objective).toBe(worth("most-backup", open, weight, asked, thresholdMillis));
          else expect(Math.abs(objective!)).toBeCloseTo(Math.abs(best), 9);
          expect(coveredWeight).toBe(worth("most-covered", open, weight, asked, thresholdMillis));
        },
      ),
      { numRuns: 40 },
    );
    expect(answered).toBeGreaterThan(15);
  },
  60_000,
);
