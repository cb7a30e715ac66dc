/**
 * Every place that says a figure of a siting answer, for every aim and weight, against sentences written by hand.
 *
 * One town of 200,000 in all: today 120,000 of them are in time (60 %), 20,000 twice (10 %). The best choice has 150,000
 * (75 %) and 60,000 (30 %); the one behind it 149,000 (74.5 %) and 59,000 (29.5 %).
 */
import type {
  Indicators,
  LonLat,
  RobustnessTrial,
  SitingAim,
  SitingAnswer,
  SitingChoice,
  SitingQuestion,
  SitingRun,
  SitingWeight,
} from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { sitingVi } from "../src/i18n/siting.vi.ts";
import {
  answerWords,
  changeWords,
  choiceWords,
  meetingWords,
  stationsWords,
  statusWords,
} from "../src/siting/answer-words.ts";
import { compareRows } from "../src/siting/compare-rows.ts";
import { directions, directionTo } from "../src/siting/compass.ts";
import { curveSentence, curveValues } from "../src/siting/curve-words.ts";
import { dragLoss } from "../src/siting/drag-loss.ts";
import { runWords } from "../src/siting/run-words.ts";
import type { ShownAnswer } from "../src/siting/siting-context.ts";
import { createSitingText } from "../src/siting/siting-text.tsx";
import { trialWords } from "../src/siting/trial-words.ts";
import { textIn } from "./text-in.ts";

const text = createSitingText(textIn("vi"), sitingVi, (chunks) => chunks.join(""));
const plain = (words: unknown) => String(words).replaceAll("\u00a0", " ");
const weights = ["people", "premises", "risk"] as const satisfies readonly SitingWeight[];

const choice = (siteIds: string[], over: Partial<SitingChoice>): SitingChoice =>
  ({
    siteIds,
    keptStationIds: [],
    closedStationIds: [],
    equity: { worstCommune: null, responseSeconds90: null, gini: null },
    robustness: null,
    ...over,
  }) as SitingChoice;

interface Expected {
  /** Of the three choices, today first, as the engine gives it. */
  readonly objectives: readonly [number | null, number, number];
  /** Best so far and bound, in the unit of the objective. */
  readonly steps: readonly [number, number];
  readonly gap: number;
  readonly meeting: readonly [string, string, string, string];
  readonly status: string;
  readonly number: string;
  readonly sentence: readonly [string, string, string];
  readonly change: readonly [string, string, string];
  /** Value, cost, added, gap. */
  readonly first: readonly [string, string, string, string];
  readonly second: readonly [string, string, string, string];
  readonly curve: readonly string[];
  readonly curveSentence: readonly [string, string, string];
}

const inTime = (sentence: string) =>
  [`dân số ${sentence}`, `cơ sở ${sentence}`, `rủi ro ${sentence}`] as const;
const expected: Record<SitingAim, Expected> = {
  "most-covered": {
    objectives: [120_000, 150_000, 149_000],
    steps: [150_000, 153_000],
    gap: 0.02,
    meeting: ["Tốt nhất đến nay", "75,0 %", "Không thể vượt", "76,5 %"],
    status: "Kém tối đa 2,0 %",
    number: "75,0 %",
    sentence: inTime("có xe đến trong 10 phút nếu đặt trạm tại vị trí 3 và 7"),
    change: [
      "Tăng 15,0 điểm %, thêm 30.000 người, chi phí 92 tỷ đồng",
      "Tăng 15,0 điểm %, thêm 30.000 cơ sở, chi phí 92 tỷ đồng",
      "Tăng 15,0 điểm %, thêm 30.000 điểm rủi ro, chi phí 92 tỷ đồng",
    ],
    first: ["75,0 %", "92 tỷ đồng", "+30.000 người", "cao nhất"],
    second: ["74,5 %", "96,5 tỷ đồng", "+29.000 người", "kém 0,50 điểm"],
    curve: ["60,0 %", "70,0 %", "75,0 %"],
    curveSentence: ["% dân số trong 10 phút", "% cơ sở trong 10 phút", "% rủi ro trong 10 phút"],
  },
  "all-covered": {
    objectives: [null, 92_000, 96_500],
    steps: [92_000, 90_000],
    gap: 0.0217,
    meeting: ["Tốt nhất đến nay", "92 tỷ đồng", "Không thể thấp hơn", "90 tỷ đồng"],
    status: "Kém tối đa 2,2 %",
    number: "92 tỷ đồng",
    sentence: [
      "là chi phí thấp nhất tìm được để 75,0 % dân số có xe đến trong 10 phút: vị trí 3 và 7",
      "là chi phí thấp nhất tìm được để 75,0 % cơ sở có xe đến trong 10 phút: vị trí 3 và 7",
      "là chi phí thấp nhất tìm được để 75,0 % rủi ro có xe đến trong 10 phút: vị trí 3 và 7",
    ],
    change: [
      "Thêm 30.000 người so với hiện trạng",
      "Thêm 30.000 cơ sở so với hiện trạng",
      "Thêm 30.000 điểm rủi ro so với hiện trạng",
    ],
    first: ["92 tỷ đồng", "92 tỷ đồng", "+30.000 người", "rẻ nhất"],
    second: ["96,5 tỷ đồng", "96,5 tỷ đồng", "+29.000 người", "đắt hơn 4,5 tỷ đồng"],
    curve: ["60,0 %", "70,0 %", "75,0 %"],
    curveSentence: ["% dân số trong 10 phút", "% cơ sở trong 10 phút", "% rủi ro trong 10 phút"],
  },
  "least-average": {
    objectives: [500, 400, 404],
    steps: [400, 396],
    gap: 0.01,
    meeting: ["Tốt nhất đến nay", "6:40 phút", "Không thể thấp hơn", "6:36 phút"],
    status: "Kém tối đa 1,0 %",
    number: "6:40",
    sentence: [
      "phút là thời gian đến trung bình nếu đặt trạm tại vị trí 3 và 7; 75,0 % dân số trong 10 phút",
      "phút là thời gian đến trung bình nếu đặt trạm tại vị trí 3 và 7; 75,0 % cơ sở trong 10 phút",
      "phút là thời gian đến trung bình nếu đặt trạm tại vị trí 3 và 7; 75,0 % rủi ro trong 10 phút",
    ],
    change: [
      "Nhanh hơn hiện trạng 1:40 phút, chi phí 92 tỷ đồng",
      "Nhanh hơn hiện trạng 1:40 phút, chi phí 92 tỷ đồng",
      "Nhanh hơn hiện trạng 1:40 phút, chi phí 92 tỷ đồng",
    ],
    first: ["6:40 phút", "92 tỷ đồng", "+30.000 người", "nhanh nhất"],
    second: ["6:44 phút", "96,5 tỷ đồng", "+29.000 người", "chậm hơn 0:04"],
    curve: ["8:20 phút", "7:30 phút", "6:40 phút"],
    curveSentence: ["Thời gian đến, phút : giây", "Thời gian đến, phút : giây", "Thời gian đến, phút : giây"],
  },
  "least-worst": {
    objectives: [null, 1500, 1510],
    steps: [1500, 1440],
    gap: 0.04,
    meeting: ["Tốt nhất đến nay", "25:00 phút", "Không thể thấp hơn", "24:00 phút"],
    status: "Kém tối đa 4,0 %",
    number: "25:00",
    sentence: [
      "phút là thời gian đến nơi chậm nhất nếu đặt trạm tại vị trí 3 và 7; 75,0 % dân số trong 10 phút",
      "phút là thời gian đến nơi chậm nhất nếu đặt trạm tại vị trí 3 và 7; 75,0 % cơ sở trong 10 phút",
      "phút là thời gian đến nơi chậm nhất nếu đặt trạm tại vị trí 3 và 7; 75,0 % rủi ro trong 10 phút",
    ],
    change: [
      "Hiện trạng còn nơi không xe nào đến, nên không so được thời gian; chi phí 92 tỷ đồng",
      "Hiện trạng còn nơi không xe nào đến, nên không so được thời gian; chi phí 92 tỷ đồng",
      "Hiện trạng còn nơi không xe nào đến, nên không so được thời gian; chi phí 92 tỷ đồng",
    ],
    first: ["25:00 phút", "92 tỷ đồng", "+30.000 người", "nhanh nhất"],
    second: ["25:10 phút", "96,5 tỷ đồng", "+29.000 người", "chậm hơn 0:10"],
    curve: ["26:40 phút", "25:00 phút"],
    curveSentence: ["Thời gian đến, phút : giây", "Thời gian đến, phút : giây", "Thời gian đến, phút : giây"],
  },
  "most-backup": {
    objectives: [20_000, 60_000, 59_000],
    steps: [60_000, 66_000],
    gap: 0.1,
    meeting: ["Tốt nhất đến nay, có hai trạm", "30,0 %", "Không thể vượt", "33,0 %"],
    status: "Kém tối đa 10,0 %",
    number: "30,0 %",
    sentence: inTime("có xe của hai trạm đến trong 10 phút nếu đặt trạm tại vị trí 3 và 7"),
    change: [
      "Tăng 20,0 điểm %, thêm 40.000 người có hai trạm, chi phí 92 tỷ đồng",
      "Tăng 20,0 điểm %, thêm 40.000 cơ sở có hai trạm, chi phí 92 tỷ đồng",
      "Tăng 20,0 điểm %, thêm 40.000 điểm rủi ro có hai trạm, chi phí 92 tỷ đồng",
    ],
    first: ["30,0 %", "92 tỷ đồng", "+40.000 người có hai trạm", "cao nhất"],
    second: ["29,5 %", "96,5 tỷ đồng", "+39.000 người có hai trạm", "kém 0,50 điểm"],
    curve: ["10,0 %", "25,0 %", "30,0 %"],
    curveSentence: [
      "% dân số có hai trạm trong 10 phút",
      "% cơ sở có hai trạm trong 10 phút",
      "% rủi ro có hai trạm trong 10 phút",
    ],
  },
  "all-covered-backup": {
    objectives: [null, 60_000, 59_000],
    steps: [60_000, 60_300],
    gap: 0.005,
    meeting: ["Tốt nhất đến nay, có hai trạm", "30,0 %", "Không thể vượt", "30,2 %"],
    status: "Dự phòng kém tối đa 0,50 %",
    number: "30,0 %",
    sentence: [
      "dân số có xe của hai trạm đến trong 10 phút, tìm được trong các phương án rẻ để 75,0 % có ít nhất một: vị trí 3 và 7",
      "cơ sở có xe của hai trạm đến trong 10 phút, tìm được trong các phương án rẻ để 75,0 % có ít nhất một: vị trí 3 và 7",
      "rủi ro có xe của hai trạm đến trong 10 phút, tìm được trong các phương án rẻ để 75,0 % có ít nhất một: vị trí 3 và 7",
    ],
    change: [
      "Tăng 20,0 điểm %, thêm 40.000 người có hai trạm, chi phí 92 tỷ đồng",
      "Tăng 20,0 điểm %, thêm 40.000 cơ sở có hai trạm, chi phí 92 tỷ đồng",
      "Tăng 20,0 điểm %, thêm 40.000 điểm rủi ro có hai trạm, chi phí 92 tỷ đồng",
    ],
    first: ["30,0 %", "92 tỷ đồng", "+40.000 người có hai trạm", "cao nhất"],
    second: ["29,5 %", "96,5 tỷ đồng", "+39.000 người có hai trạm", "kém 0,50 điểm"],
    curve: ["60,0 %", "70,0 %", "75,0 %"],
    curveSentence: ["% dân số trong 10 phút", "% cơ sở trong 10 phút", "% rủi ro trong 10 phút"],
  },
  // Five years: of 5 × 200,000 the plan has 700,000.
  "most-covered-by-year": {
    objectives: [600_000, 700_000, 0],
    steps: [700_000, 720_000],
    gap: 0.0286,
    meeting: ["Tốt nhất đến nay, trung bình các năm", "70,0 %", "Không thể vượt", "72,0 %"],
    status: "Kém tối đa 2,9 %",
    number: "75,0 %",
    sentence: inTime("có xe đến trong 10 phút khi đã đặt hết trạm tại vị trí 3 và 7"),
    change: [
      "Tăng 15,0 điểm %, thêm 30.000 người, chi phí 92 tỷ đồng",
      "Tăng 15,0 điểm %, thêm 30.000 cơ sở, chi phí 92 tỷ đồng",
      "Tăng 15,0 điểm %, thêm 30.000 điểm rủi ro, chi phí 92 tỷ đồng",
    ],
    first: ["75,0 %", "92 tỷ đồng", "+30.000 người", "cao nhất"],
    second: ["74,5 %", "96,5 tỷ đồng", "+29.000 người", "kém 0,50 điểm"],
    curve: ["60,0 %", "70,0 %", "75,0 %"],
    curveSentence: ["% dân số trong 10 phút", "% cơ sở trong 10 phút", "% rủi ro trong 10 phút"],
  },
};

/** What the engine draws as the curve: the cover for aims of everyone and of years, else the aim's own objective. */
const curves: Partial<Record<SitingAim, readonly (number | null)[]>> = {
  "least-average": [500, 450, 400],
  "least-worst": [null, 1600, 1500],
  "most-backup": [20_000, 50_000, 60_000],
};

function made(aim: SitingAim, weight: SitingWeight, isDone: boolean): ShownAnswer {
  const { objectives, steps, gap } = expected[aim];
  const cover = [120_000, 140_000, 150_000];
  const answer = {
    status: isDone ? "optimal" : "feasible",
    bound: steps[1],
    gap: isDone ? 0 : gap,
    thresholdMinutes: 10,
    totalWeight: 200_000,
    today: choice([], {
      objective: objectives[0],
      costMillionDong: 0,
      coveredWeight: 120_000,
      coveredShare: 0.6,
      addedWeight: 0,
      backupWeight: 20_000,
      averageSeconds: 500,
      worstSeconds: 1700,
    }),
    curve: cover.map((covered, newStationCount) => ({
      newStationCount,
      objective: curves[aim] ? curves[aim][newStationCount]! : covered,
      bound: null,
      coveredShare: covered / 200_000,
      status: "optimal",
      siteIds: [],
    })),
  } as unknown as SitingAnswer;
  const choices = [
    choice(["s7", "s3"], {
      objective: objectives[1],
      costMillionDong: 92_000,
      coveredWeight: 150_000,
      coveredShare: 0.75,
      addedWeight: 30_000,
      backupWeight: 60_000,
      averageSeconds: 400,
      worstSeconds: 1500,
    }),
    choice(["s8", "s3"], {
      objective: objectives[2],
      costMillionDong: 96_500,
      coveredWeight: 149_000,
      coveredShare: 0.745,
      addedWeight: 29_000,
      backupWeight: 59_000,
      averageSeconds: 404,
      worstSeconds: 1510,
    }),
  ];
  const years = aim === "most-covered-by-year" ? 5 : 1;
  const run = {
    question: {
      aim,
      weight,
      newStationCount: 2,
      requiredSiteIds: [],
      forbiddenSiteIds: [],
      releasedStationIds: [],
      groups: [],
      thresholdMinutes: 12.5,
      budgetMillionDong: null,
      yearBudgets: Array.from({ length: years === 5 ? 5 : 0 }, (_, n) => ({
        year: 2026 + n,
        millionDong: 50_000,
      })),
    },
    progress: {
      steps: [
        { seconds: 0.1, incumbent: null, bound: steps[1] * 3 },
        { seconds: 1, incumbent: steps[0], bound: steps[1] },
      ],
      totalWeight: 200_000 * years,
    },
    state: "running",
    status: isDone ? "optimal" : null,
    answer,
    startedAt: "2026-11-22T05:00:00.000Z",
  } as unknown as SitingRun;
  return { run, answer: { ...answer, best: choices[0]! }, aim, choices, choice: choices[0]!, index: 0 };
}
const byId = new Map([3, 7, 8].map((number) => [`s${number}`, { number }]));

const cases = (Object.keys(expected) as SitingAim[]).flatMap((aim) =>
  weights.map((weight, index) => ({ aim, weight, index })),
);

describe.each(cases)("$aim by $weight", ({ aim, weight, index }) => {
  const words = expected[aim];
  const shown = made(aim, weight, false);
  const { run, answer } = shown;
  /** Units of the table's people in those of this weight. */
  const inUnits = (said: string) => said.replace("người", ["người", "cơ sở", "điểm rủi ro"][index]!);

  it("says the two lines that meet", () => {
    const { bestName, best, boundName, bound } = meetingWords(run, text)!;
    expect([bestName, best, boundName, bound].map(plain)).toEqual(words.meeting);
    // without the whole that the progress tells it is reckoned from the answer
    const later = { ...run, progress: { ...run.progress, totalWeight: null } };
    expect(plain(meetingWords(later, text)!.bound)).toBe(words.meeting[3]);
    expect(plain(meetingWords(made(aim, weight, true).run, text)!.bound)).toBe(words.meeting[1]);
  });

  it("says how far it is proven", () => {
    expect(plain(statusWords(run, answer, text))).toBe(words.status);
    expect(statusWords(run, { status: "optimal", gap: 0 }, text)).toBe("Tối ưu");
    expect(statusWords(run, { status: "feasible", gap: null }, text)).toBe("Chưa chứng minh");
    expect(statusWords(run, { status: "infeasible", gap: null }, text)).toBe("Không có lời giải");
  });

  it("says the answer in a number and a sentence, and what it changes", () => {
    const { number, sentence } = answerWords(shown, byId, text);
    expect(plain(number)).toBe(words.number);
    expect(plain(sentence)).toBe(words.sentence[index]);
    expect(plain(changeWords(shown, text))).toBe(words.change[index]);
  });

  it("ranks the choices", () => {
    for (const [place, row] of [words.first, words.second].entries()) {
      const { value, cost, added, gap } = choiceWords(shown, place, text);
      expect([value, cost, added, gap].map(plain)).toEqual(row.map(inUnits));
    }
  });

  it("says the curve", () => {
    const values = curveValues(answer, run);
    const { unit, points } = values;
    expect(
      points.map(({ value }) =>
        plain(unit === "share" ? text.format.percent(value) : `${text.format.minutesSeconds(value)} phút`),
      ),
    ).toEqual(words.curve);
    expect(plain(curveSentence(values, answer, run, text))).toBe(words.curveSentence[index]);
  });
});

describe("figures of an answer", () => {
  it("are called least or most only once that is proven", () => {
    const said = (aim: SitingAim) => plain(answerWords(made(aim, "people", true), byId, text).sentence);
    expect(said("all-covered")).toBe(
      "là chi phí thấp nhất để 75,0 % dân số có xe đến trong 10 phút: vị trí 3 và 7",
    );
    expect(said("all-covered-backup")).toBe(
      "dân số có xe của hai trạm đến trong 10 phút, nhiều nhất trong các phương án rẻ nhất để 75,0 % có ít nhất một: vị trí 3 và 7",
    );
  });

  it("of another choice claim nothing that is proven of the first", () => {
    const best = made("all-covered", "people", true);
    const second = { ...best, choice: best.choices[1]!, index: 1 };
    expect(plain(answerWords(second, byId, text).sentence)).toBe(
      "là chi phí để 74,5 % dân số có xe đến trong 10 phút: vị trí 3 và 8",
    );
  });

  it("say where no station can be placed, and how many there are in the end", () => {
    const shown = made("most-covered", "people", true);
    const nothing = { ...shown.choice!, siteIds: [], coveredShare: 0.6, addedWeight: 0 };
    const none = { ...shown, choice: nothing, choices: [nothing] };
    expect(plain(answerWords(none, byId, text).number)).toBe("60,0 %");
    expect(plain(answerWords(none, byId, text).sentence)).toBe(
      "như hiện trạng: không đặt được trạm nào trong giới hạn này",
    );
    expect(changeWords(none, text)).toBe("Không thay đổi gì so với hiện trạng");
    const closing = (closed: number) =>
      stationsWords(
        { ...shown.choice!, closedStationIds: Array(closed).fill("x") as SitingChoice["closedStationIds"] },
        text,
      );
    expect(closing(1)).toBe("2 trạm mới, đóng 1: +1 trạm so với hiện nay");
    expect(closing(2)).toBe("2 trạm mới, đóng 2: ±0 trạm so với hiện nay");
  });

  it("say a loss as a loss", () => {
    const shown = made("most-covered", "people", true);
    const fewer = { ...shown.choice!, coveredShare: 0.59, addedWeight: -2000 };
    const lost = { ...shown, choice: fewer, choices: [fewer] };
    expect(plain(changeWords(lost, text))).toBe("Giảm 1,0 điểm %, bớt 2.000 người, chi phí 92 tỷ đồng");
    expect(plain(choiceWords(lost, 0, text).added)).toBe("−2.000 người");
  });

  it("tell a few people behind from none", () => {
    const shown = made("most-covered", "people", true);
    const few = { ...shown.choices[1]!, coveredShare: 0.74999 };
    const same = { ...few, coveredShare: 0.75 };
    const gap = (of: SitingChoice) =>
      plain(choiceWords({ ...shown, choices: [shown.choices[0]!, of] }, 1, text).gap);
    expect(gap(few)).toBe("kém dưới 0,01 điểm");
    expect(gap(same)).toBe("ngang bằng");
  });

  it("stand side by side in the same measures, the better marked where they can be compared", () => {
    const a = made("most-covered", "people", true);
    const b = { ...made("most-backup", "people", true), choice: a.choices[1]! };
    const { rows, isSameMeasure } = compareRows(a, b, byId, text);
    expect(isSameMeasure).toBe(true);
    expect(rows.map(({ name, texts, better }) => [plain(name), ...texts.map(plain), better])).toEqual([
      ["Vị trí", "vị trí 3 và 7", "vị trí 3 và 8", null],
      ["Chứng minh", "tối ưu", "tối ưu", null],
      ["Chi phí", "92 tỷ đồng", "96,5 tỷ đồng", 0],
      ["Được phủ", "75,0 %", "74,5 %", 0],
      ["Thêm so với hiện trạng", "30.000", "29.000", 0],
      ["Có xe của hai trạm", "30,0 %", "29,5 %", 0],
      ["Trung bình", "6:40", "6:44", 0],
      ["Nơi chậm nhất", "25:00", "25:10", 0],
      ["90 % được đến trong", "–", "–", null],
      ["Xã, phường thấp nhất", "–", "–", null],
      ["Chênh lệch (Gini)", "–", "–", null],
      ["Vẫn đứng đầu", "–", "–", null],
    ]);
    const other = compareRows(
      a,
      { ...made("most-covered", "risk", true), choice: a.choices[1]! },
      byId,
      text,
    );
    expect(other.isSameMeasure).toBe(false);
    expect(other.rows.filter(({ better }) => better !== null).map(({ name }) => name)).toEqual(["Chi phí"]);
  });

  it("of a place tried are those of the aim, or are said to be others", () => {
    const live = (peopleInTime: number, seconds: number | null) =>
      ({
        people: 200_000,
        premises: 1000,
        peopleInTime: { certain: peopleInTime, possible: 1 },
        premisesInTime: { certain: peopleInTime / 2, possible: 1 },
        responseSeconds90: { certain: seconds, possible: 0 },
      }) as Indicators;
    const of = (aim: SitingAim, weight: SitingWeight, seconds: number | null = 900) => {
      const question = { aim, weight, certainty: "certain" } as SitingQuestion;
      const { measure, isOfAim, change } = dragLoss(question, live(0.75, 880), live(0.74, seconds));
      return [measure, isOfAim, Math.round(change)];
    };
    expect(of("most-covered", "people")).toEqual(["people", true, -2000]);
    expect(of("all-covered", "premises")).toEqual(["premises", true, -5]);
    expect(of("most-covered-by-year", "risk")).toEqual(["premises", false, -5]);
    expect(of("most-backup", "people")).toEqual(["people", false, -2000]);
    expect(of("all-covered-backup", "people")).toEqual(["people", false, -2000]);
    expect(of("least-average", "people")).toEqual(["seconds90", false, 20]);
    expect(of("least-worst", "people", null)).toEqual(["people", false, -2000]);
    expect(of("least-worst", "premises")).toEqual(["premises", false, -5]);
  });

  it("say what each trial changes", () => {
    const trial = (of: Partial<RobustnessTrial>) =>
      plain(trialWords({ kind: "speed", value: null, roadName: null, weight: null, ...of }, text));
    expect(trial({ value: 0.8 })).toBe("xe chậm hơn 20 %");
    expect(trial({ value: 1.1 })).toBe("xe nhanh hơn 10 %");
    expect(trial({ kind: "rush-hour", value: 17 })).toBe("lúc 17 giờ");
    expect(trial({ kind: "cut-road", roadName: "Cầu Nậm" })).toBe("đường bị cắt: Cầu Nậm");
    expect(trial({ kind: "weights", weight: "premises" })).toBe("tính theo cơ sở");
    expect(trial({ kind: "weights", weight: "communes" })).toBe("xã, phường nào cũng như nhau");
  });

  it("say where a place of the ring lies", () => {
    const to = (east: number, north: number) =>
      directionTo([105, 21] as LonLat, [105 + east / 100, 21 + north / 100] as LonLat);
    expect([to(0, 1), to(1, 1), to(1, 0), to(1, -1), to(0, -1), to(-1, -1), to(-1, 0), to(-1, 1)]).toEqual(
      directions,
    );
  });

  it("name an earlier question by its result", () => {
    const { run, answer } = made("most-backup", "people", true);
    const question = {
      ...run.question,
      requiredSiteIds: ["s3"],
      forbiddenSiteIds: [],
      releasedStationIds: [],
      groups: [],
    };
    const done = { ...run, question, answer, state: "done" } as unknown as SitingRun;
    expect(plain(runWords(done, byId, text))).toMatch(
      /^nhiều dân nhất · 2 trạm · 12,5 phút · 1 bắt buộc · 30,0 %, vị trí 3 và 7 · \d/,
    );
  });

  it("name an earlier question with its minutes as they were asked", () => {
    const { run } = made("most-covered-by-year", "premises", true);
    expect(plain(runWords({ ...run, state: "done" }, byId, text))).toMatch(
      /^nhiều cơ sở nhất · 2 trạm · 12,5 phút · \d/,
    );
  });
});
