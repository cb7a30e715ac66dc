/** What stands in the address is read back as it was written, and nonsense in it does no harm. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoverageSearch } from "../src/coverage/coverage-search.ts";
import { cardIds, shownCards, toggledLayers } from "../src/coverage/shown-cards.ts";
import { parseView } from "../src/map/map-view.ts";
import { parseSearch, stringifySearch } from "../src/state/search-codec.ts";
import { formatSort, parseSort } from "../src/ui/table-columns.ts";

describe("the address", () => {
  it("keeps text through writing and reading, leading zeros and diacritics too", () => {
    const values = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.string({ minLength: 1, unit: "grapheme" }),
    );
    fc.assert(
      fc.property(values, (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
      }),
    );
  });

  it("keeps commas and colons readable", () => {
    expect(stringifySearch({ at: "105.84,21.02,13", why: "premises:CS-01" })).toBe(
      "?at=105.84,21.02,13&why=premises:CS-01",
    );
  });

  it("falls back to the default for whatever is not understood", () => {
    expect(
      CoverageSearch.parse({ minutes: "99", as: "maybe", commune: "91", at: "here", drawer: "huge" }),
    ).toEqual({});
    expect(CoverageSearch.parse({ minutes: "12", as: "possible", commune: "00091" })).toEqual({
      minutes: 12,
      as: "possible",
      commune: "00091",
    });
  });

  it("reads a view of the map only when all three numbers are there", () => {
    expect(parseView("105.84,21.02,13.5")).toEqual({ center: [105.84, 21.02], zoom: 13.5 });
    expect(parseView("105.84,21.02")).toBeNull();
    expect(parseView("a,b,c")).toBeNull();
  });

  it("keeps the column and direction of a sort", () => {
    const sorts = fc.record({
      column: fc.stringMatching(/^[a-zA-Z0-9]{1,10}$/),
      direction: fc.constantFrom("ascending" as const, "descending" as const),
    });
    fc.assert(
      fc.property(sorts, (sort) => {
        expect(parseSort(formatSort(sort))).toEqual(sort);
      }),
    );
  });

  it("switches a layer card twice to where it was, even when all are off", () => {
    fc.assert(
      fc.property(fc.subarray([...cardIds]), fc.constantFrom(...cardIds), (shown, id) => {
        const layers = shown.join() || "none";
        const once = toggledLayers(layers, id);
        expect(shownCards(once).has(id)).toBe(!shown.includes(id));
        expect([...shownCards(toggledLayers(once, id))]).toEqual([...shownCards(layers)]);
      }),
    );
  });
});
