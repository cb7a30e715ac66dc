/** Cover as it would be with a choice: a coverage run with the choice's changes, for roads and communes on the map. */
import { CommuneIndicators } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { z } from "zod";
import { runCoverage } from "../api/coverage-runs.ts";
import { getJson, query } from "../api/http.ts";
import { getScenario } from "../api/scenarios.ts";
import { changesOfChoice } from "./changes-of-choice.ts";
import { isRunning, onMap, useSiting } from "./siting-context.ts";

export interface ChoiceCover {
  /** Run whose minutes the tiles show; null = today's. */
  readonly runId: string | null;
  readonly isComputing: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useChoiceCover(): ChoiceCover {
  const siting = useSiting();
  const shown = onMap(siting);
  const { byId, stations, usualPrice } = siting;
  const question = shown?.run.question ?? siting.question;
  // While it is still searched for, the best so far changes too often to compute roads for each.
  const changes = useMemo(
    () => (shown?.choice && !isBusy(shown.run) ? changesOfChoice(shown, byId, stations, usualPrice) : []),
    [shown, byId, stations, usualPrice],
  );
  const base = question.scenarioId;
  const { parameters } = question;
  const asked = useQuery({
    queryKey: ["choice-cover", parameters, base, changes.map(({ id }) => id), shown?.run.id ?? null],
    queryFn: async ({ signal }) => {
      const before = base ? (await getScenario(base, signal)).record.changes : [];
      const all = [...before, ...changes];
      return runCoverage(parameters, () => {}, signal, all.length > 0 ? all : undefined);
    },
    staleTime: Number.POSITIVE_INFINITY,
    // A last answer stays on the map until the next one is there.
    placeholderData: (before) => before,
    retry: false,
  });
  return {
    runId: asked.data ?? null,
    isComputing: asked.isFetching,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}

/** Trials change nothing of the answer any more. */
const isBusy = (run: Parameters<typeof isRunning>[0]) =>
  isRunning(run) && run?.progress.phase !== "robustness";

const CommunesOfRun = z.object({ communes: z.array(CommuneIndicators) });

export function useCommuneShares(runId: string | null, minutes: number) {
  return useQuery({
    queryKey: ["commune-shares", runId, minutes],
    queryFn: ({ signal }) =>
      getJson(
        `/api/coverage-runs/${encodeURIComponent(runId!)}/indicators${query({ minutes })}`,
        CommunesOfRun,
        signal,
      ),
    enabled: runId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  }).data?.communes;
}
