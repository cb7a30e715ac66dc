/** HiGHS in WebAssembly, loaded once per thread. */

import type { Highs, InitOptions } from "highs";
import * as highsModule from "highs";

export type { Highs, InitOptions };

let loading: Promise<Highs> | null = null;

/** The one HiGHS of this thread. `options` (where to find the .wasm in a browser) count at the first call only. */
export function loadHighs(options?: InitOptions): Promise<Highs> {
  // The package's types describe its CommonJS entry, whose default export TypeScript puts one level deeper than Node
  // does for the ES module entry that is run.
  const entry = highsModule.default as unknown as (options?: InitOptions) => Promise<Highs>;
  loading ??= entry(options);
  return loading;
}
