/** Both languages say everything, with the same values in the same places, and numbers as each writes them. */
import { describe, expect, it } from "vitest";
import { en as sharedEn } from "../src/i18n/en.ts";
import { createFormat } from "../src/i18n/format.ts";
import { siteDrawingEn } from "../src/i18n/site-drawing.en.ts";
import { siteDrawingVi } from "../src/i18n/site-drawing.vi.ts";
import { sitingEn } from "../src/i18n/siting.en.ts";
import { sitingVi } from "../src/i18n/siting.vi.ts";
import { vi as sharedVi } from "../src/i18n/vi.ts";

const en = { ...sharedEn, ...sitingEn, ...siteDrawingEn };
const vi: Record<keyof typeof en, string> = { ...sharedVi, ...sitingVi, ...siteDrawingVi };

/** Names of the values of a message: `{count, plural, …}` and `{name}` alike. */
const valuesOf = (message: string) =>
  [...message.matchAll(/\{\s*([a-zA-Z]+)\s*[,}]/g)].map(([, name]) => name!).toSorted();
const tagsOf = (message: string) => (message.match(/<\/?[a-z]+>/g) ?? []).toSorted();

describe("words", () => {
  it("have the same keys in Vietnamese and English", () => {
    expect(Object.keys(vi).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it("take the same values in both", () => {
    for (const [key, english] of Object.entries(en)) {
      const vietnamese = vi[key as keyof typeof en];
      expect([...new Set(valuesOf(vietnamese))], key).toEqual([...new Set(valuesOf(english))]);
      expect(tagsOf(vietnamese), key).toEqual(tagsOf(english));
    }
  });

  it("are composed letters (NFC) and neither shout nor beg", () => {
    for (const message of Object.values(vi)) {
      expect(message).toBe(message.normalize("NFC"));
      expect(message).not.toMatch(/!|vui lòng/i);
    }
  });
});

describe("numbers", () => {
  const vietnamese = createFormat("vi");
  const english = createFormat("en");

  it("are written as each language does", () => {
    expect(vietnamese.percent(0.814)).toBe("81,4\u00a0%");
    expect(english.percent(0.814)).toBe("81.4\u00a0%");
    expect(vietnamese.count(141_110)).toBe("141.110");
    expect(vietnamese.metres(3000)).toBe("3\u00a0km");
    expect(vietnamese.metres(1840)).toBe("1,8\u00a0km");
    expect(vietnamese.minutesSeconds(192)).toBe("3:12");
    expect(vietnamese.date("2026-11-22")).toBe("22/11/2026");
    expect(vietnamese.month("2026-11-22")).toBe("11/2026");
  });

  it("never call almost everybody everybody", () => {
    expect(vietnamese.percent(0.99999)).toBe("99,9\u00a0%");
    expect(vietnamese.percent(1)).toBe("100,0\u00a0%");
  });
});
