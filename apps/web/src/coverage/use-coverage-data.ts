/** Everything that the shown run brings to the screen: figures, columns, and the names of their rows. */
import type { CoverageResult } from "@firecover/coverage";
import type { CoverageRun } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { type CoverageSubjects, getCoverageResult, getCoverageSubjects } from "../api/coverage-runs.ts";
import { type ShownRun, useShownRun } from "./use-shown-run.ts";

export interface CoverageData {
  readonly run: CoverageRun;
  readonly result: CoverageResult;
  readonly subjects: CoverageSubjects;
}

export interface CoverageLoad extends ShownRun {
  readonly data: CoverageData | undefined;
}

export function useCoverageData(): CoverageLoad {
  const shown = useShownRun();
  const { run } = shown;
  const forever = { enabled: run !== undefined, staleTime: Number.POSITIVE_INFINITY } as const;
  const result = useQuery({
    queryKey: ["coverage-result", run?.id],
    queryFn: ({ signal }) => getCoverageResult(run!.id, signal),
    structuralSharing: false,
    ...forever,
  });
  const subjects = useQuery({
    queryKey: ["coverage-subjects", run?.id],
    queryFn: ({ signal }) => getCoverageSubjects(run!.id, signal),
    structuralSharing: false,
    ...forever,
  });
  return {
    ...shown,
    data:
      run && result.data && subjects.data ? { run, result: result.data, subjects: subjects.data } : undefined,
    error: shown.error ?? result.error ?? subjects.error,
    retry: () => {
      shown.retry();
      void result.refetch();
      void subjects.refetch();
    },
  };
}
