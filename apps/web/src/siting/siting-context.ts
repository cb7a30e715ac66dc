/** What every part of the siting screen speaks about: candidates, stations, the question, the run and the choice shown. */
import type {
  FireStation,
  SiteRules,
  SitingAim,
  SitingAnswer,
  SitingChoice,
  SitingQuestion,
  SitingRun,
} from "@firecover/domain";
import { createContext, use } from "react";
import type { Candidate } from "./candidates.ts";
import type { SitingSearch } from "./siting-search.ts";
import type { SetSitingSearch } from "./use-siting-search.ts";

export interface ShownAnswer {
  readonly run: SitingRun;
  readonly answer: SitingAnswer;
  /** By which the choices are ranked: the question's, or, where it has no answer, most covered. */
  readonly aim: SitingAim;
  /** Best first, then the runners-up; where the question has no answer, the one that covers most. */
  readonly choices: readonly SitingChoice[];
  /** The one looked at; null where there is none. */
  readonly choice: SitingChoice | null;
  readonly index: number;
}

export interface Siting {
  readonly search: SitingSearch;
  readonly setSearch: SetSitingSearch;
  /** null until the candidates have been checked against them. */
  readonly rules: SiteRules | null;
  /** The question and the map stand before the candidates do. */
  readonly isChecking: boolean;
  /** Why they could not be checked. */
  readonly checkError: unknown;
  checkAgain(): void;
  readonly candidates: readonly Candidate[];
  readonly byId: ReadonlyMap<string, Candidate>;
  readonly stations: readonly FireStation[];
  /** Million đồng of a new station whose site has no price of its own, by the unit prices; null until they are here. */
  readonly usualPrice: number | null;
  /** As the address asks it. */
  readonly question: SitingQuestion;
  /** In force: the question's own, or the standard's. */
  readonly minutes: number;
  readonly standardMinutes: number;
  readonly run: SitingRun | null;
  readonly runError: unknown;
  /** The run shown answers another question than the one asked now. */
  readonly isChanged: boolean;
  readonly shown: ShownAnswer | null;
  readonly beside: ShownAnswer | null;
  ask(): void;
  readonly isAsking: boolean;
  readonly askError: unknown;
  stop(): void;
}

export const SitingContext = createContext<Siting | null>(null);

export function useSiting(): Siting {
  const siting = use(SitingContext);
  if (!siting) throw new Error("useSiting outside of SitingPage.");
  return siting;
}

export const isRunning = (run: SitingRun | null): boolean =>
  run?.state === "queued" || run?.state === "running";

/** The answer that the map is about: the second of two where the reader switched to it. */
export const onMap = ({ search, shown, beside }: Siting): ShownAnswer | null =>
  search.side === "b" && beside ? beside : shown;
