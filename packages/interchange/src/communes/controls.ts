/** Province totals as control of what their communes add up to. */
import type { ImportReport } from "@firecover/domain";
import { multiPolygonOf } from "../geojson/geometry.ts";
import { type RawFeature, readGeoJson } from "../geojson/read-geojson.ts";
import { type IssueList, text } from "../issues.ts";
import { readInteger } from "../table/values.ts";
import { totalTolerance } from "./plausibility.ts";
import { provinces } from "./provinces.ts";

export interface ProvinceTotal {
  name: string;
  population: number | null;
}
export type ProvinceTotals = ReadonlyMap<string, ProvinceTotal>;

/** A feature that is a province: a two-digit code and no province above it. */
export function isProvinceFeature({ properties, geometry }: RawFeature): boolean {
  const code = properties["code"];
  return (
    typeof code === "string" &&
    /^\d{2}$/.test(code) &&
    properties["provinceCode"] === undefined &&
    multiPolygonOf(geometry) !== null
  );
}

export function totalsOfFeatures(features: readonly RawFeature[]): Map<string, ProvinceTotal> {
  return new Map(
    features.filter(isProvinceFeature).map(({ properties }) => {
      const written = properties["population"] ?? properties["populationRaw"] ?? "";
      const population = readInteger(String(written))?.value ?? null;
      return [String(properties["code"]), { name: String(properties["name"] ?? ""), population }];
    }),
  );
}

export async function readProvinceTotals(path: string): Promise<ProvinceTotals> {
  return totalsOfFeatures(await readGeoJson(path));
}

interface Sum {
  population: number;
  count: number;
  unknownCount: number;
}

/** Adds up communes by province. */
export interface CommuneSums {
  add(provinceCode: string | null, population: number | null): void;
  /** Control lines for the report; a sum that is off becomes an issue. */
  compare(totals: ProvinceTotals, issues: IssueList): ImportReport["controls"];
}

export function createCommuneSums(): CommuneSums {
  const sums = new Map<string, Sum>();
  return {
    add(provinceCode, population) {
      if (provinceCode === null) return;
      const sum = sums.get(provinceCode) ?? { population: 0, count: 0, unknownCount: 0 };
      sum.count++;
      if (population === null) sum.unknownCount++;
      else sum.population += population;
      sums.set(provinceCode, sum);
    },
    compare(totals, issues) {
      const controls: ImportReport["controls"] = [];
      for (const [code, sum] of [...sums].sort(([a], [b]) => a.localeCompare(b))) {
        const facts = provinces[code];
        const name = facts?.name ?? totals.get(code)?.name ?? code;
        if (facts) {
          controls.push({ name: `${name}: số xã`, expected: facts.communeCount, found: sum.count });
          if (facts.communeCount !== sum.count)
            issues.add(countMismatch(name, facts.communeCount, sum.count));
        }
        const expected = totals.get(code)?.population ?? facts?.population ?? null;
        if (expected === null) continue;
        controls.push({ name: `${name}: dân số`, expected, found: sum.population });
        if (Math.abs(sum.population - expected) > totalTolerance * expected) {
          issues.add(totalMismatch(name, expected, sum));
        }
      }
      return controls;
    },
  };
}

const countMismatch = (name: string, expected: number, found: number) => ({
  code: "total-mismatch" as const,
  severity: "warning" as const,
  field: "code",
  value: String(found),
  reason: text(
    `${name} có ${expected} xã, phường, đặc khu; tệp có ${found}.`,
    `${name} has ${expected} communes, wards and special zones; the file has ${found}.`,
  ),
});

const totalMismatch = (name: string, expected: number, { population, unknownCount }: Sum) => ({
  code: "total-mismatch" as const,
  severity: "warning" as const,
  field: "population",
  value: String(population),
  reason: text(
    `${name} có ${expected} người theo số liệu tỉnh; các xã trong tệp cộng lại được ${population}, ${unknownCount} xã chưa biết.`,
    `${name} has ${expected} residents by the province's total; the communes of the file add up to ${population}, with ${unknownCount} unknown.`,
  ),
});
