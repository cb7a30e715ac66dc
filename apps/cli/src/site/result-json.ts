/** An answer with the ids of the files, as pieces of one JSON text. */
import type { Answer, Problem } from "@firecover/location-allocation";
import type { NamedInstance } from "./instance-files.ts";

const idsAtOnce = 2000;

/**
 * Written by hand where ids are keys: an object of the language would put "12" before "007", and takes "__proto__"
 * for something else.
 */
export function* resultJson(
  answer: Answer,
  { kind }: Problem,
  { siteIds, demandIds }: NamedInstance,
): Generator<string> {
  const { assignment, infeasibility } = answer;
  const site = (j: number) => JSON.stringify(siteIds.text(j));
  const demand = (i: number) => JSON.stringify(demandIds.text(i));
  const line = (key: string, value: number | string | null) => `  "${key}": ${JSON.stringify(value)},\n`;

  yield `{\n${line("problem", kind)}${line("status", answer.status)}`;
  yield line("objective", answer.objective) + line("bound", answer.bound) + line("gap", answer.gap);
  yield `  "sites": [${answer.sites.map(site).join(", ")}],\n`;
  const isServed = (i: number) => (assignment[i] ?? -1) >= 0;
  const places = Array.from({ length: demandIds.size }, (_, i) => i);
  yield '  "assignment": {';
  yield* listed(places.filter(isServed), (i) => `\n    ${demand(i)}: ${site(assignment[i]!)}`);
  yield '\n  },\n  "unserved": [';
  yield* listed(
    places.filter((i) => !isServed(i)),
    (i) => `\n    ${demand(i)}`,
  );
  yield "\n  ],\n";
  yield line("covered", answer.covered) + line("total", answer.total) + line("seconds", answer.seconds);
  if (infeasibility === null) return yield '  "infeasibility": null\n}\n';
  const { unreachable, smallestMaxCost, rule } = infeasibility;
  yield '  "infeasibility": {\n    "unreachable": [';
  yield* listed(unreachable, (i) => `\n      ${demand(i)}`);
  yield `\n    ],\n    "smallestMaxCost": ${JSON.stringify(smallestMaxCost)},\n    "rule": ${JSON.stringify(rule)}\n  }\n}\n`;
}

function* listed(items: readonly number[], write: (item: number) => string): Generator<string> {
  for (let from = 0; from < items.length; from += idsAtOnce) {
    const lines = items.slice(from, from + idsAtOnce).map(write);
    yield (from > 0 ? "," : "") + lines.join(",");
  }
}
