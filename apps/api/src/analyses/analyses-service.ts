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
import { type Asked, isComputable } from "./analyse.ts";
import { type Analysis, type AnalysisName, analyses } from "./catalogue.ts";
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
  list(): Analysis[];
  /** `asked` as the analysis' query gives it. */
  answer(id: CoverageRunId, name: AnalysisName, asked: Asked, signal?: AbortSignal): Promise<AnalysisAnswer>;
  /** The answer's list; null where the analysis has none. */
  table(id: CoverageRunId, name: AnalysisName, answer: AnalysisAnswer): Promise<Table | null>;
}

/** Raised when the same inputs come to give other answers, though the engine's own version stays. */
const answersVersion = 1;

export function createAnalyses(
  { db }: Database,
  coverage: CoverageService,
  { derivedFolder }: { readonly derivedFolder: string | null },
): Analyses {
  const kept = keptAnswers(derivedFolder === null ? null : join(derivedFolder, "analyses"));
  const underWay = new Map<string, UnderWay>();

  function known(name: AnalysisName): Analysis {
    const found = analyses.get(name);
    if (!found || !isComputable(name)) throw new FirecoverError("not-found", `There is no analysis ${name}.`);
    return found;
  }

  async function compute(
    id: CoverageRunId,
    analysis: Analysis,
    asked: Asked,
    key: string,
    signal: AbortSignal,
  ): Promise<Bytes> {
    const { name } = analysis;
    const bytes = await coverage.analyse(id, { name, asked, isSlow: analysis.isSlow(asked) }, signal);
    const packed = new Uint8Array(await promisify(gzip)(bytes));
    await kept.write(key, packed);
    return packed;
  }

  return {
    list: () => [...analyses.values()].filter(({ name }) => isComputable(name)),

    async answer(id, name, asked, signal) {
      const analysis = known(name);
      const { stamp } = await coverage.getRun(id);
      const options: Asked = analysis.needsUnitPrices
        ? { ...asked, unitPrices: (await readUnitPrices(db)).record }
        : asked;
      const question = `${answersVersion} ${engineVersion} ${stamp.hash} ${name} ${JSON.stringify(options)}`;
      const key = createHash("sha256").update(question).digest("hex").slice(0, 32);
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
    },

    async table(id, name, { packed }) {
      const { table } = known(name);
      if (!table) return null;
      const { archive } = await coverage.openRun(id);
      const communes = new Map(archive.subjects.communes.map((commune) => [commune.code, commune.name]));
      return table(JSON.parse((await promisify(gunzip)(packed)).toString("utf8")), { communes });
    },
  };
}

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
