/** Brings together what the siting screen shows; the address says what is asked, the server what it knows. */
import { priceOf } from "@firecover/coverage/siting/new-station";
import { FireStation } from "@firecover/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { listAllRecords } from "../api/records.ts";
import {
  candidatesQuery,
  getSitingRun,
  sitingRunsQuery,
  startSitingRun,
  stopSitingRun,
} from "../api/siting.ts";
import { useStandards } from "../api/standards.ts";
import { unitPricesQuery } from "../api/unit-prices.ts";
import { CoverageSearch } from "../coverage/coverage-search.ts";
import { parametersOf } from "../coverage/use-shown-run.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { numbered } from "./candidates.ts";
import { isSameQuestion, questionOf } from "./question-address.ts";
import { isRunning, type ShownAnswer, type Siting } from "./siting-context.ts";
import { useSetSitingSearch, useSitingSearch } from "./use-siting-search.ts";

const pollMilliseconds = 300;
const stationsQuery = {
  queryKey: ["records", "fire-stations", "all"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    listAllRecords("/api/fire-stations", FireStation, {}, { max: 5000, signal }),
} as const;

/** Asked again and again while the server solves. */
export function useRun(id: string | undefined) {
  return useQuery({
    queryKey: ["siting-run", id],
    queryFn: ({ signal }) => getSitingRun(id!, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (isRunning(state.data ?? null) ? pollMilliseconds : false),
    staleTime: 5_000,
  });
}

function shownAnswer(run: ReturnType<typeof useRun>["data"], index: number): ShownAnswer | null {
  if (!run?.answer) return null;
  const { answer } = run;
  const first = answer.best ?? answer.infeasibility?.mostCovered;
  const choices = first ? [first, ...answer.runnersUp] : [];
  const shown = choices[index] ? index : 0;
  const aim = answer.best ? run.question.aim : "most-covered";
  return { run, answer, aim, choices, choice: choices[shown] ?? null, index: shown };
}

/** `RUN:CHOICE` of the address. */
export function parseBeside(beside: string | undefined): { id: string; index: number } | null {
  const [, id, index] = /^(.+):(\d+)$/.exec(beside ?? "") ?? [];
  return id ? { id, index: Number(index) } : null;
}

export interface SitingLoad {
  readonly siting: Siting | null;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useSitingLoad(): SitingLoad {
  const search = useSitingSearch();
  const setSearch = useSetSitingSearch();
  const raw = useSearch({ from: "/chon-vi-tri" });
  const isPhone = useIsPhone();
  const queryClient = useQueryClient();
  const checked = useQuery(candidatesQuery);
  const stations = useQuery(stationsQuery);
  const standards = useStandards();
  const prices = useQuery(unitPricesQuery).data?.prices;
  const run = useRun(search.run);
  const other = parseBeside(search.beside);
  const otherRun = useRun(other?.id);

  const candidates = useMemo(() => numbered(checked.data?.candidates ?? []), [checked.data]);
  const byId = useMemo(() => new Map(candidates.map((one) => [one.site.id as string, one])), [candidates]);
  const parameters = useMemo(() => parametersOf(CoverageSearch.parse(raw)), [raw]);
  const question = useMemo(
    () =>
      questionOf(
        search,
        parameters,
        candidates.map(({ site }) => site.id),
      ),
    [search, parameters, candidates],
  );
  const shown = useMemo(() => shownAnswer(run.data, search.choice ?? 0), [run.data, search.choice]);
  const beside = useMemo(() => shownAnswer(otherRun.data, other?.index ?? 0), [otherRun.data, other?.index]);

  const ask = useMutation({
    mutationFn: () => startSitingRun(question),
    onSuccess: (started) => {
      queryClient.setQueryData(["siting-run", started.id], started);
      void queryClient.invalidateQueries({ queryKey: sitingRunsQuery.queryKey });
      setSearch(
        {
          run: started.id,
          choice: undefined,
          beside: undefined,
          side: undefined,
          site: undefined,
          ...(isPhone && { view: "question" as const }),
        },
        "push",
      );
    },
  });
  const stop = useMutation({
    mutationFn: (id: string) => stopSitingRun(id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["siting-run", search.run] }),
  });

  const standardId = parameters.standardId;
  const standard = standards.data?.find(({ id }) => id === standardId) ?? standards.data?.[0];
  const siting = useMemo((): Siting | null => {
    if (!stations.data || !standard) return null;
    const standardMinutes = Math.round(standard.firstEngineSeconds.value / 6) / 10;
    const shownRun = search.run ? (run.data ?? null) : null;
    const isChecking = !checked.data;
    // Without its candidates an answer has no numbers to be told by.
    const isShown = search.run !== undefined && !isChecking;
    return {
      search,
      setSearch,
      rules: checked.data?.rules ?? null,
      isChecking,
      checkError: checked.data ? null : checked.error,
      checkAgain: () => void checked.refetch(),
      candidates,
      byId,
      stations: stations.data.records,
      usualPrice: prices ? priceOf({ priceMillionDong: null }, prices) : null,
      question,
      minutes: question.thresholdMinutes ?? standardMinutes,
      standardMinutes,
      run: shownRun,
      runError: search.run ? run.error : null,
      // A question of all candidates cannot be told from another before they are known.
      isChanged:
        shownRun !== null &&
        !(isChecking && search.among === "all") &&
        !isSameQuestion(shownRun.question, question),
      shown: isShown ? shown : null,
      beside: isShown ? beside : null,
      ask: () => ask.mutate(),
      isAsking: ask.isPending,
      askError: ask.error,
      stop: () => search.run && stop.mutate(search.run),
    };
  }, [
    checked.data,
    checked.error,
    checked.refetch,
    stations.data,
    standard,
    prices,
    search,
    setSearch,
    candidates,
    byId,
    question,
    run.data,
    run.error,
    shown,
    beside,
    ask.isPending,
    ask.error,
    ask.mutate,
    stop.mutate,
  ]);
  return {
    siting,
    error: stations.error ?? standards.error,
    retry: () => {
      void stations.refetch();
      void standards.refetch();
    },
  };
}
