/** The coverage run that the address asks for: the project's current one, or one under other parameters. */
import { type CoverageParameters, type CoverageRun, type Progress, StandardId } from "@firecover/domain";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { getCoverageRun, runCoverage } from "../api/coverage-runs.ts";
import { useProject } from "../api/project.ts";
import { CoverageSearch } from "./coverage-search.ts";

export interface ShownRun {
  readonly run: CoverageRun | undefined;
  readonly isComputing: boolean;
  readonly progress: Progress | null;
  /** The run on screen is not the one that the parameters ask for. */
  readonly isStale: boolean;
  readonly error: unknown;
  /** There is data but nobody has computed anything yet. */
  readonly isMissing: boolean;
  readonly retry: () => void;
}

const isSame = (a: CoverageParameters, b: CoverageParameters) =>
  (Object.keys(a) as (keyof CoverageParameters)[]).every((key) => a[key] === b[key]);

const defaultParameters: CoverageParameters = {
  standardId: StandardId.parse("qcvn"),
  vehicleClass: "engine",
  turnRestrictions: true,
  contraflow: false,
  speedFactor: 1,
  hour: null,
  season: null,
};

/** What the address asks for; where it is silent the defaults, whatever somebody else computed last. */
export function parametersOf({ standard, vehicle, speed, hour, season }: CoverageSearch): CoverageParameters {
  return {
    ...defaultParameters,
    standardId: standard ? StandardId.parse(standard) : defaultParameters.standardId,
    vehicleClass: vehicle ?? defaultParameters.vehicleClass,
    speedFactor: speed ?? defaultParameters.speedFactor,
    hour: hour ?? defaultParameters.hour,
    season: season ?? defaultParameters.season,
  };
}

export function useShownRun(): ShownRun {
  const search = CoverageSearch.parse(useSearch({ strict: false }));
  const queryClient = useQueryClient();
  const { data: project } = useProject();
  const currentId = project?.currentRunId ?? null;
  const current = useQuery({
    queryKey: ["coverage-run", currentId],
    queryFn: ({ signal }) => getCoverageRun(currentId!, signal),
    enabled: currentId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const parameters = parametersOf(search);
  const isCurrent = current.data !== undefined && isSame(parameters, current.data.parameters);
  const progressKey = ["coverage-progress", parameters];
  // The run on screen stays until the one asked for is there; nothing is shown in between that nobody asked for.
  const shown = useQuery({
    queryKey: ["shown-run", currentId, parameters],
    queryFn: async ({ signal }) => {
      if (isCurrent) return current.data;
      const onProgress = (progress: Progress | null) => queryClient.setQueryData(progressKey, progress);
      return getCoverageRun(await runCoverage(parameters, onProgress, signal), signal);
    },
    enabled: current.data !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const progress = useQuery<Progress | null>({
    queryKey: progressKey,
    queryFn: () => null,
    enabled: false,
  }).data;

  const isComputing = shown.isFetching && !isCurrent;
  return {
    run: shown.data,
    isComputing,
    progress: isComputing ? (progress ?? null) : null,
    isStale: shown.isPlaceholderData,
    error: current.error ?? shown.error,
    isMissing: project !== undefined && currentId === null,
    retry: () => void (current.error ? current.refetch() : shown.refetch()),
  };
}
