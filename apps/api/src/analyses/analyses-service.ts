/** Analyses of runs: computed once for the same question, kept, and left when nobody waits any more. Knows no HTTP. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { engineVersion } from "@firecover/coverage";
import type { Database } from "@firecover/database";
import { type CoverageRunId, FirecoverError } from "@firecover/domain";
import type { CoverageService } from "../coverage/coverage-service.ts";
import { readUnitPrices } from "../settings/unit-prices.ts";
import type { Asked } from "./analyse.ts";
import type { AnalysisName } from "./analysis-name.ts";
import { type Analysis, analyses, type Place } from "./catalogue.ts";
import { keptAnswers } from "./kept-answers.ts";
import type { Table } from "./table.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface AnalysisAnswer {
  /** Equal keys, equal answers. */
  readonly key: string;
  /** JSON in UTF-8, gzipped. */
  readonly packed: Bytes;
}

export interface Analyses {
  /** `asked` as the analysis' query gives it. */
  answer(id: CoverageRunId, name: AnalysisName, asked: Asked, signal?: AbortSignal): Promise<AnalysisAnswer>;
  /** The answer's list; null where the analysis has none. */
  table(id: CoverageRunId, name: AnalysisName, answer: AnalysisAnswer): Promise<Table | null>;
}

/** Raised when the same inputs come to give other answers, though the engine's own version stays. */
const answersVersion = 2;

export function createAnalyses(
  { db }: Database,
  coverage: CoverageService,
  { derivedFolder }: { readonly derivedFolder: string | null },
): Analyses {
  const kept = keptAnswers(derivedFolder === null ? null : join(derivedFolder, "analyses"));
  const opened = lastOpened();
  const underWay = new Map<string, UnderWay>();

  async function compute(
    id: CoverageRunId,
    analysis: Analysis,
    asked: Asked,
    key: string,
    signal: AbortSignal,
  ): Promise<Bytes> {
    const { name } = analysis;
    const bytes = await coverage.analyse(id, { name, asked, isSlow: analysis.isSlow }, signal);
    const packed = await pack(bytes);
    await kept.write(key, packed);
    return packed;
  }

  async function whole(
    id: CoverageRunId,
    analysis: Analysis,
    asked: Asked,
    signal: AbortSignal | undefined,
  ): Promise<AnalysisAnswer> {
    const { name, needsUnitPrices } = analysis;
    const { stamp } = await coverage.getRun(id);
    const options: Asked = needsUnitPrices
      ? { ...asked, unitPrices: (await readUnitPrices(db)).record }
      : asked;
    const question = `${answersVersion} ${engineVersion} ${stamp.hash} ${name} ${JSON.stringify(options)}`;
    const key = hashOf(question);
    const found = await kept.read(key);
    if (found) return { key, packed: found };
    let work = underWay.get(key);
    if (!work) {
      work = shared((ended) => compute(id, analysis, options, key, ended));
      underWay.set(key, work);
      const forget = () => underWay.delete(key);
      work.answer.then(forget, forget);
    }
    return { key, packed: await work.join(signal) };
  }

  return {
    async answer(id, name, { premisesId, cell, sums, ...asked }, signal) {
      const analysis = analyses.get(name)!;
      const answer = await whole(id, analysis, asked, signal);
      const ofPlace = premisesId !== undefined || cell !== undefined;
      if (!analysis.narrow || !(ofPlace || sums)) return answer;
      if (ofPlace) await mustBeIn(id, { premisesId, cell });
      const narrowed = analysis.narrow(await opened.read(answer), { premisesId, cell });
      const packed = await pack(new TextEncoder().encode(JSON.stringify(narrowed)));
      return { key: `${answer.key}-${hashOf(`${premisesId} ${cell}`)}`, packed };
    },

    async table(id, name, answer) {
      const { table } = analyses.get(name)!;
      if (!table) return null;
      const { archive } = await coverage.openRun(id);
      const communes = new Map(archive.subjects.communes.map((commune) => [commune.code, commune.name]));
      return table(await opened.read(answer), { communes });
    },
  };

  async function mustBeIn(id: CoverageRunId, { premisesId, cell }: Place): Promise<void> {
    const { premises, cells } = (await coverage.openRun(id)).archive.subjects;
    const isThere =
      premises.some((one) => one.id === premisesId) || (cell !== undefined && cells.includes(cell));
    if (!isThere) throw new FirecoverError("not-found", `The run has no place ${premisesId ?? cell}.`);
  }
}

const openedForMillis = 2 * 60_000;

/** The answer looked into last, parsed: who asks for one place of it asks for the next one soon. */
function lastOpened() {
  let held: { key: string; content: Promise<unknown> } | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    read({ key, packed }: AnalysisAnswer): Promise<unknown> {
      if (held?.key !== key) held = { key, content: parsed(packed) };
      clearTimeout(timer);
      timer = setTimeout(() => {
        held = undefined;
      }, openedForMillis).unref();
      return held.content;
    },
  };
}

const pack = async (bytes: Uint8Array): Promise<Bytes> => new Uint8Array(await promisify(gzip)(bytes));
const parsed = async (packed: Bytes): Promise<unknown> =>
  JSON.parse((await promisify(gunzip)(packed)).toString("utf8"));
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

interface UnderWay {
  readonly answer: Promise<Bytes>;
  /** Waits with the others; who leaves last ends the work. */
  join(signal: AbortSignal | undefined): Promise<Bytes>;
}

function shared(start: (signal: AbortSignal) => Promise<Bytes>): UnderWay {
  const ended = new AbortController();
  const answer = start(ended.signal);
  let waiting = 0;
  return {
    answer,
    join(signal) {
      waiting++;
      if (!signal) return answer;
      const left = Promise.withResolvers<never>();
      const leave = () => {
        left.reject(new FirecoverError("cancelled", "The question was left."));
        if (--waiting === 0) ended.abort();
      };
      if (signal.aborted) leave();
      else signal.addEventListener("abort", leave, { once: true });
      return Promise.race([answer, left.promise]).finally(() => signal.removeEventListener("abort", leave));
    },
  };
}
