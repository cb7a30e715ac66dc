/** One drawing per seed, shared by the tests of a file. */
import { type DemoProvince, demoProvince } from "../src/index.ts";

const drawn = new Map<number, DemoProvince>();

export function provinceOf(seed: number): DemoProvince {
  let province = drawn.get(seed);
  if (!province) {
    province = demoProvince(seed);
    drawn.set(seed, province);
  }
  return province;
}

export const seeds = [1, 2, 7, 20_261_122];
