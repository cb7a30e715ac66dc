/** "Vì sao?" in words and on the map, for situations whose numbers can be checked in the head. */
import { Explanation } from "@firecover/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlace } from "../src/api/explanations.ts";
import { atThreshold } from "../src/why/at-threshold.ts";
import { layoutCallouts } from "../src/why/layout-callouts.ts";
import { printRefusal } from "../src/why/print-refusal.ts";
import { stepsOf } from "../src/why/steps.ts";
import { chosenSource } from "../src/why/steps-water.ts";
import { ruleWords } from "../src/why/units.ts";
import { verdictSentence } from "../src/why/verdict-sentence.ts";
import { whyMap } from "../src/why/why-map.ts";
import { deepLane, island, widenedLane } from "./explanations.ts";
import { textIn } from "./text-in.ts";

const text = textIn("vi");
const plain = (words: string) => words.replaceAll("\u00a0", " ");

it("is tried on explanations that the server could send", () => {
  for (const situation of [deepLane, widenedLane, island])
    expect(Explanation.parse(situation)).toEqual(situation);
});

describe("the verdict comes first", () => {
  it("names what fails, then what else holds", () => {
    const { verdict, head, detail } = verdictSentence(deepLane, text);
    expect(verdict).toBe("not-met");
    expect(plain(head)).toBe("Không đạt: xe chữa cháy dừng cách cơ sở 299 m, quá tầm vòi 200 m.");
    expect(detail).toBe("Xe đến kịp giờ nhưng không vào được Ngõ 158 Ngọc Hà. Chưa biết: nguồn nước.");
  });

  it("says so when nothing fails", () => {
    expect(verdictSentence(widenedLane, text)).toEqual({
      verdict: "met",
      head: "Đạt cả bốn câu hỏi: xe đầu tiên đến sau 5:12.",
      detail: "",
    });
  });

  it("does not turn missing data into a verdict", () => {
    const unmeasured = { ...widenedLane, water: deepLane.water };
    expect(verdictSentence(unmeasured, text).verdict).toBe("unknown");
    expect(verdictSentence(unmeasured, text).head).toBe("Chưa biết: nguồn nước thiếu số liệu để kết luận.");
  });

  it("tells an island from a place that is merely far", () => {
    expect(verdictSentence(island, text).head).toBe("Không đạt: không có xe nào đến được.");
    const far = {
      ...deepLane,
      time: { ...deepLane.time, verdict: "not-met" as const, responseSeconds: 725 },
    };
    expect(verdictSentence(far, text).head).toBe("Không đạt: xe đầu tiên đến sau 12:05, ngưỡng 10 phút.");
    expect(verdictSentence(far, text).detail).toContain("Cũng không đạt: đường vào.");
    expect(verdictSentence({ ...island, snapMetres: null }, text).head).toContain(
      "cách mọi con đường quá 300 m",
    );
  });
});

describe("the five steps", () => {
  const steps = stepsOf(deepLane, text);

  it("add up to the response", () => {
    expect(steps.map(({ seconds }) => seconds)).toEqual([120, 192, 0, 183, null]);
    expect(steps.map(({ totalSeconds }) => totalSeconds)).toEqual([120, 312, 312, 495, 495]);
  });

  it("are red where the engine stops short, hollow where nobody measured", () => {
    expect(steps.map(({ state }) => state)).toEqual(["done", "done", "failed", "failed", "unknown"]);
    expect(stepsOf(widenedLane, text).map(({ state }) => state)).toEqual([
      "done",
      "done",
      "done",
      "done",
      "done",
    ]);
    expect(stepsOf(island, text).map(({ state }) => state)).toEqual([
      "done",
      "failed",
      "failed",
      "failed",
      "failed",
    ]);
  });

  it("name streets, widths, the slowest stretch and the clause", () => {
    expect(plain(steps[1]!.title)).toBe("Xe chạy 918 m từ Đội KV số 3");
    expect(plain(steps[1]!.detail)).toBe(
      "Phố Ngọc Hà (rộng 7,5 m), Phố Đội Cấn (rộng 9 m), Ngõ 113 Đội Cấn; chậm nhất: Ngõ 113 Đội Cấn, 10 km/h",
    );
    expect(plain(steps[2]!.detail)).toBe("Rộng thông thủy 2,4 m, cần từ 3,5 m.");
    expect(steps[2]!.clause).toBe("QCVN 06:2022/BXD §6.2.1.1");
    expect(plain(steps[3]!.detail)).toBe("Cần 15 cuộn vòi 20 m. Tầm vòi 200 m là giả định. Còn thiếu 99 m.");
  });

  it("fetch water from the nearest source that may serve, not from one that cannot", () => {
    expect(chosenSource(deepLane.water)?.id).toBe("TN-0417");
    expect(plain(steps[4]!.title)).toBe("Lấy nước tại Trụ nước TN-0417, cách 183 m");
    expect(plain(steps[4]!.detail)).toContain("chắc chắn có 0, có thể có 20 l/s");
    expect(steps[4]!.detail).toContain("Lưu lượng chưa đo.");
    expect(chosenSource(island.water)).toBeNull();
  });
});

describe("another threshold than the standard's", () => {
  it("changes the verdict and is an assumption", () => {
    const strict = atThreshold(deepLane, 480);
    expect(strict.time.verdict).toBe("not-met");
    expect(strict.time.rule).toMatchObject({ threshold: 480, basis: "planning-assumption", clause: null });
    expect(atThreshold(deepLane, 495).time.verdict).toBe("met");
    expect(atThreshold(deepLane, 600)).toBe(deepLane);
    expect(atThreshold(island, 1200).time.verdict).toBe("not-met");
  });

  it("is unknown where only the possible engine is in time", () => {
    const slow = {
      ...deepLane,
      time: { ...deepLane.time, responseSeconds: 700, possibleResponseSeconds: 495 },
    };
    expect(atThreshold(slow, 500).time.verdict).toBe("unknown");
  });
});

describe("on the map", () => {
  it("draws what there is and looks at the place", () => {
    const { features, marks, callouts, bounds } = whyMap(deepLane, text);
    expect(features.features.map(({ properties }) => properties.part)).toEqual([
      "route",
      "route",
      "route",
      "slow",
      "hose",
      "ring",
    ]);
    expect(marks.map(({ kind }) => kind)).toEqual(["station", "source", "stop", "reach-end", "place"]);
    expect(callouts.map(({ number, tone }) => [number, tone])).toEqual([
      [2, "done"],
      [3, "failed"],
      [4, "access"],
      [5, "unknown"],
    ]);
    for (const { at } of marks) expect(isInside(at, bounds)).toBe(true);
  });

  it("draws no hose, stop or source where there is none", () => {
    const { features, marks, callouts } = whyMap(island, text);
    expect(features.features).toEqual([]);
    expect(marks.map(({ kind }) => kind)).toEqual(["place"]);
    expect(callouts).toEqual([]);
    expect(whyMap(widenedLane, text).marks.map(({ kind }) => kind)).toEqual(["station", "source", "place"]);
  });

  it("puts the hose reach 200 m around the stop", () => {
    const ring = whyMap(deepLane, text).features.features.find(
      ({ properties }) => properties.part === "ring",
    )!;
    const [lon, lat] = deepLane.access.truckStop!;
    for (const [x, y] of ring.geometry.coordinates) {
      const metres = Math.hypot((x! - lon) * Math.cos((lat * Math.PI) / 180), y! - lat) * 111_195;
      expect(metres).toBeCloseTo(200, 0);
    }
  });

  it("keeps callouts apart and inside the map", () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 700 }) });
    const [size, area] = [
      { width: 212, height: 46 },
      { width: 904, height: 640 },
    ];
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 4 }), (spots) => {
        const boxes = layoutCallouts(spots, size, area);
        const middle = spots.reduce((sum, { x }) => sum + x, 0) / Math.max(1, spots.length);
        boxes.forEach((box, i) => {
          expect(box.left).toBeGreaterThanOrEqual(12);
          expect(box.left + size.width).toBeLessThanOrEqual(area.width - 12);
          expect(box.top).toBeGreaterThanOrEqual(12);
          expect(box.top + size.height).toBeLessThanOrEqual(area.height - 12);
          boxes.slice(0, i).forEach((other, j) => {
            const isSameSide = spots[i]!.x < middle === spots[j]!.x < middle;
            if (isSameSide) expect(Math.abs(box.top - other.top)).toBeGreaterThanOrEqual(size.height);
          });
        });
      }),
    );
  });
});

describe("a sheet", () => {
  const inset = {
    width: 132,
    islandCount: 41,
    labels: ["Quần đảo Hoàng Sa", "(Việt Nam)", "Quần đảo Trường Sa"],
  };

  it("is printed with the whole inset from a current result", () => {
    expect(printRefusal({ isStale: false, hasMap: true, inset })).toBeNull();
  });

  it("is refused, with the reason, without any part of the inset, without a map, or from a stale result", () => {
    const refused = (part: object) => printRefusal({ isStale: false, hasMap: true, inset, ...part });
    expect(refused({ inset: null })).toBe("why.print.noInset");
    expect(refused({ inset: { ...inset, islandCount: 0 } })).toBe("why.print.noInset");
    expect(refused({ inset: { ...inset, width: 90 } })).toBe("why.print.noInset");
    expect(refused({ inset: { ...inset, labels: ["Quần đảo Hoàng Sa"] } })).toBe("why.print.noInset");
    expect(refused({ hasMap: false })).toBe("why.print.noMap");
    expect(refused({ isStale: true, inset: null })).toBe("why.print.stale");
  });
});

it("says rules in both languages", () => {
  expect(plain(ruleWords(deepLane.radius.rule, text))).toBe(
    "Bán kính phục vụ 3 km ở khu vực trung tâm đô thị",
  );
  expect(plain(ruleWords(deepLane.radius.rule, textIn("en")))).toBe(
    "Service radius of 3 km in urban centres",
  );
  expect(ruleWords(deepLane.force.rule, text)).toBe("3 xe đến trong 20 phút");
});

it("reads what the address asks to explain", () => {
  expect(parsePlace("premises:CS:01")).toEqual({ kind: "premises", id: "CS:01" });
  expect(parsePlace("cell:8941598b2c3ffff")).toEqual({ kind: "cell", id: "8941598b2c3ffff" });
  expect(parsePlace("road:1")).toBeNull();
});

function isInside(
  [lon, lat]: readonly [number, number],
  [west, south, east, north]: readonly number[],
): boolean {
  return lon >= west! && lon <= east! && lat >= south! && lat <= north!;
}
