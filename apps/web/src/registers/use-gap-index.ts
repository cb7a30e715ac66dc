/** The gaps of the project's current run, by premises; shares its downloads with the coverage screen. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getCoverageResult, getCoverageRun, getCoverageSubjects } from "../api/coverage-runs.ts";
import { useProject } from "../api/project.ts";
import { useStandards } from "../api/standards.ts";
import { type GapIndex, gapIndexOf } from "./gap-index.ts";

const forever = Number.POSITIVE_INFINITY;

/** Null without a run, or while it is on its way. */
export function useGapIndex(isWanted: boolean): GapIndex | null {
  const runId = useProject().data?.currentRunId ?? null;
  const enabled = isWanted && runId !== null;
  const run = useQuery({
    queryKey: ["coverage-run", runId],
    queryFn: ({ signal }) => getCoverageRun(runId!, signal),
    enabled,
    staleTime: forever,
  }).data;
  const result = useQuery({
    queryKey: ["coverage-result", runId],
    queryFn: ({ signal }) => getCoverageResult(runId!, signal),
    structuralSharing: false,
    enabled,
    staleTime: forever,
  }).data;
  const subjects = useQuery({
    queryKey: ["coverage-subjects", runId],
    queryFn: ({ signal }) => getCoverageSubjects(runId!, signal),
    structuralSharing: false,
    enabled,
    staleTime: forever,
  }).data;
  const standard = useStandards().data?.find(({ id }) => id === run?.parameters.standardId);
  return useMemo(() => {
    if (!result || !subjects || !standard) return null;
    return gapIndexOf(result.premises, subjects.premises, standard.firstEngineSeconds.value * 1000);
  }, [result, subjects, standard]);
}
