/** `npm run bench -- [--json FILE] [--only NAME]`: seeded measurements, peers side by side in one run. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Figure } from "./figure.ts";
import { locationCaseNames } from "./location-sizes.ts";

const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string" } } });

/** Figure names start with the suite's key, so that `--only` loads no more than it needs. */
const suites: Record<string, () => Promise<{ run: () => Promise<Figure[]> }>> = {
  ...Object.fromEntries(
    locationCaseNames.map((name) => [
      name,
      async () => {
        const { runLocation } = await import("./location.ts");
        return { run: () => runLocation(name) };
      },
    ]),
  ),
  "one-to-all": () => import("./one-to-all.ts"),
  coverage: () => import("./coverage.ts"),
  "cut-ranking": () => import("./cut-ranking.ts"),
  drag: () => import("./drag.ts"),
  "drag-browser": () => import("./drag-browser.ts"),
  "graph-load": () => import("./graph-load.ts"),
  "health-under-load": () => import("./health-under-load.ts"),
  matrix: () => import("./matrix.ts"),
  nation: () => import("./nation.ts"),
  "osm-import": () => import("./osm-import.ts"),
  pmed: () => import("./pmed.ts"),
  siting: () => import("./siting.ts"),
  tiles: () => import("./tiles.ts"),
};

const only = values.only;
const chosen = Object.entries(suites).filter(
  ([key]) => !only || only === key || only.startsWith(`${key}/`) || key.startsWith(`${only}/`),
);
if (chosen.length === 0) {
  process.stderr.write(`Unknown name ${only}; known: ${Object.keys(suites).join(", ")}\n`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [key, load] of chosen) {
  process.stderr.write(`${key} …\n`);
  const measured = await (await load()).run();
  for (const figure of measured) {
    if (only && only !== key && only !== figure.name && !figure.name.startsWith(`${only}/`)) continue;
    figures.push(figure);
    process.stdout.write(`${line(figure)}\n`);
  }
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);

function line({ name, value, unit, peers, goal }: Figure): string {
  const beside = Object.entries(peers).map(
    ([peer, other]) => `${peer} ${round(other)} ${unit} (×${round(other / value)})`,
  );
  return [`${name}: ${round(value)} ${unit}`, ...beside, ...(goal ? [`goal ${goal}`] : [])].join(" · ");
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
