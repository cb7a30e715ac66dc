/** Places for stations with how each stands to the rules, and new ones along roads. Knows no HTTP. */
import { createHash } from "node:crypto";
import { type Database, readLayer, replaceGeneratedSites } from "@firecover/database";
import type { Premises, SiteRules, SitingCandidates } from "@firecover/domain";
import { stateOf } from "../coverage/baseline.ts";
import type { CoverageService } from "../coverage/coverage-service.ts";
import { defaultParameters } from "../coverage/current-run.ts";
import { runTask, type TaskOptions } from "../jobs/run-task.ts";
import { readSiteRules } from "../settings/site-rules.ts";
import type { SurroundingsPayload } from "./assess-sites.ts";

export interface AssessedCandidates {
  /** Equal keys, equal answers. */
  readonly key: string;
  readonly answer: SitingCandidates;
}

export interface SiteCandidates {
  /** All places, in order of their ids; roads as a first engine under the default parameters meets them. */
  read(): Promise<AssessedCandidates>;
  /** Proposes places along roads for whom no engine reaches in time, in the stead of those proposed before. */
  generate(count: number, options?: TaskOptions): Promise<AssessedCandidates>;
}

const layersOfConditions = [
  "roads",
  "road-barriers",
  "turning-places",
  "turn-restrictions",
  "premises",
  "candidate-sites",
  "exclusion-zones",
];

export function createSiteCandidates({ db }: Database, coverage: CoverageService): SiteCandidates {
  let held: Promise<AssessedCandidates> | undefined;
  let heldKey: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function surroundingsNow(rules: SiteRules): Promise<SurroundingsPayload> {
    const { baseline, standard, parameters } = await coverage.inputsOf({ parameters: defaultParameters });
    const roads = baseline.stamps.find(({ layer }) => layer === "roads");
    return {
      networkBytes: baseline.networkBytes,
      premises: crowdedOf(baseline.input.premises, rules),
      standard,
      parameters,
      zones: await readLayer(db, "exclusion-zones"),
      rules,
      ...(roads && roads.sources.length > 0 && { roadSource: roads.sources.join("; ") }),
    };
  }

  async function assess(key: string, rules: SiteRules): Promise<AssessedCandidates> {
    const sites = await readLayer(db, "candidate-sites");
    const surroundings = await surroundingsNow(rules);
    const candidates = sites.length === 0 ? [] : await runTask("assess-sites", { surroundings, sites });
    return { key, answer: { rules, candidates } };
  }

  async function read(): Promise<AssessedCandidates> {
    const { record: rules } = await readSiteRules(db);
    // before the reading: what changes meanwhile counts as later
    const state = stateOf(await coverage.stamps.read(), layersOfConditions);
    const key = createHash("sha256")
      .update(`${state} ${JSON.stringify(rules)}`)
      .digest("hex")
      .slice(0, 16);
    if (!held || heldKey !== key) {
      const asking = assess(key, rules);
      held = asking;
      heldKey = key;
      asking.catch(() => {
        if (held === asking) held = undefined; // whoever asks next tries again
      });
    }
    return held;
  }

  async function generate(count: number, options: TaskOptions): Promise<AssessedCandidates> {
    const run = await coverage.run({ parameters: defaultParameters }, options);
    const { result } = await coverage.openRun(run.id);
    const { baseline } = await coverage.inputsOf({ parameters: defaultParameters });
    const { record: rules } = await readSiteRules(db);
    const roads = baseline.stamps.find(({ layer }) => layer === "roads");
    const { lon, lat, people, certain } = result.cells;
    const sites = await runTask(
      "generate-sites",
      {
        surroundings: await surroundingsNow(rules),
        count,
        cells: { lon, lat, people },
        isCovered: Uint8Array.from(certain.responseMillis, (millis) =>
          millis <= result.firstEngineMillis ? 1 : 0,
        ),
        stations: baseline.input.stations.map(({ location }) => location),
        communes: await readLayer(db, "communes"),
        dataDate: roads?.dataDateTo ?? new Date().toISOString().slice(0, 10),
        isSynthetic: roads?.isSynthetic ?? false,
      },
      options,
    );
    await replaceGeneratedSites(db, sites);
    coverage.stamps.invalidate();
    return read();
  }

  return {
    read,
    generate(count, options = {}) {
      // one after the other: the later one's places are to stand
      const mine = last.then(() => generate(count, options));
      last = mine.catch(() => {});
      return mine;
    },
  };
}

/** What a worker must be told of the register: the crowded ones, and that there is one at all. */
function crowdedOf(premises: readonly Premises[], { crowdedCategories }: SiteRules): Premises[] {
  const crowded = premises.filter(({ category }) => crowdedCategories.value.includes(category));
  return crowded.length > 0 ? crowded : premises.slice(0, 1);
}
