/** Everything that a question is put to: the coverage's inputs, usable candidates and prices, under one key. */
import { createHash } from "node:crypto";
import { type Database, existingIds, findScenario, findStandard, readLayer } from "@firecover/database";
import type { CandidateSite, ScenarioId, SitingQuestion, UnitPrices } from "@firecover/domain";
import { baselineKey, stateOf } from "../coverage/baseline.ts";
import type { CoverageService } from "../coverage/coverage-service.ts";
import { inputKeyOf, type RunInputs } from "../coverage/run-inputs.ts";
import type { TaskOptions } from "../jobs/run-task.ts";
import { readSiteRules } from "../settings/site-rules.ts";
import { readUnitPrices } from "../settings/unit-prices.ts";
import { FaultyQuestion, faultsOfQuestion } from "./check-question.ts";
import type { SiteCandidates } from "./site-candidates.ts";

export interface SitingInputs {
  readonly inputs: RunInputs;
  /** Those that the question may choose from. */
  readonly candidates: readonly CandidateSite[];
  readonly unitPrices: UnitPrices;
  /** As `createInputKeys` gives it. */
  readonly key: string;
  readonly isSynthetic: boolean;
}

const siteLayers = ["candidate-sites", "exclusion-zones"];

/** Throws `FaultyQuestion` with every fault. */
export async function mustBeAskable({ db }: Database, question: SitingQuestion): Promise<void> {
  const standard = await findStandard(db, question.parameters.standardId);
  const scenario = question.scenarioId === null ? undefined : await findScenario(db, question.scenarioId);
  const opened = scenario?.record.changes.flatMap((change) =>
    change.kind === "openStation" ? [change.station.id] : [],
  );
  const faults = faultsOfQuestion(question, {
    candidates: await readLayer(db, "candidate-sites"),
    stationIds: new Set([
      ...(await existingIds(db, "fire_station", question.releasedStationIds)),
      ...(opened ?? []),
    ]),
    scenarioId: scenario?.record.id ?? null,
    standardId: standard?.record.id ?? null,
  });
  if (faults.length > 0) throw new FaultyQuestion(faults);
}

export async function readSitingInputs(
  database: Database,
  coverage: CoverageService,
  siteCandidates: SiteCandidates,
  question: SitingQuestion,
  options: TaskOptions,
): Promise<SitingInputs> {
  const { db } = database;
  const key = await createInputKeys(database, coverage)(question); // before the reading: what changes meanwhile counts as later
  const changed = question.scenarioId === null ? null : await changesOf(database, question.scenarioId);
  const inputs = await coverage.inputsOf({ parameters: question.parameters, changed }, options);
  const candidates = await candidatesOf(siteCandidates, question);
  return {
    inputs,
    candidates,
    unitPrices: (await readUnitPrices(db)).record,
    key: key ?? "",
    isSynthetic:
      inputs.baseline.stamps.some(({ isSynthetic }) => isSynthetic) ||
      candidates.some(({ isSynthetic }) => isSynthetic),
  };
}

/** Those asked for; else all that fail no condition of the site rules, and those required whatever they fail. */
async function candidatesOf(
  siteCandidates: SiteCandidates,
  question: SitingQuestion,
): Promise<CandidateSite[]> {
  const { candidates } = (await siteCandidates.read()).answer;
  const asked = new Set<string>(question.candidateSiteIds ?? question.requiredSiteIds);
  return candidates
    .filter(({ site, verdict }) =>
      question.candidateSiteIds === null ? verdict !== "not-met" || asked.has(site.id) : asked.has(site.id),
    )
    .map(({ site }) => site);
}

async function changesOf({ db }: Database, id: ScenarioId) {
  const found = await findScenario(db, id);
  if (found) return found.record;
  const message = `không có kịch bản mang mã ${id} · there is no such scenario`;
  throw new FaultyQuestion([{ path: "scenarioId", message }]);
}

/**
 * Equal keys, equal answers to equal questions; null = what the question speaks of is gone. It counts changes instead
 * of reading records, so a change that was taken back counts. What is asked for twice is read once.
 */
export function createInputKeys(
  { db }: Database,
  coverage: CoverageService,
): (question: SitingQuestion) => Promise<string | null> {
  let common: Promise<{ baseline: string; rest: string }> | undefined;
  const ofQuestion = new Map<string, Promise<unknown>>();

  async function readCommon() {
    const stamps = await coverage.stamps.read();
    const rest = [
      stateOf(stamps, siteLayers),
      JSON.stringify((await readSiteRules(db)).record),
      JSON.stringify((await readUnitPrices(db)).record),
    ];
    return { baseline: baselineKey(stamps), rest: rest.join(" ") };
  }

  return async ({ parameters, scenarioId }) => {
    const once = <T>(name: string, read: () => Promise<T>): Promise<T> => {
      if (!ofQuestion.has(name)) ofQuestion.set(name, read());
      return ofQuestion.get(name) as Promise<T>;
    };
    common ??= readCommon();
    const { standardId } = parameters;
    const standard = await once(`standard ${standardId}`, () => findStandard(db, standardId));
    const scenario =
      scenarioId === null ? null : await once(`scenario ${scenarioId}`, () => findScenario(db, scenarioId));
    if (standard === undefined || scenario === undefined) return null;
    const { baseline, rest } = await common;
    const parts = [inputKeyOf(baseline, standard.record), rest, JSON.stringify(scenario?.record.changes)];
    return createHash("sha256").update(parts.join(" ")).digest("hex").slice(0, 16);
  };
}
