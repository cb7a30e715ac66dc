/** One analysis of one run, asked for when somebody looks at it. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import {
  type AnalysisAnswer,
  type AnalysisOptions,
  type AnalysisSchemas,
  getAnalysis,
} from "../api/analyses.ts";
import { ApiError } from "../api/http.ts";

export function useAnalysis<Name extends keyof AnalysisSchemas>(
  runId: string,
  name: Name,
  options: AnalysisOptions,
  isWanted = true,
): UseQueryResult<AnalysisAnswer<Name>> {
  return useQuery({
    queryKey: ["analysis", runId, name, options],
    queryFn: ({ signal }) => getAnalysis(runId, name, options, signal),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    // what the server has refused it refuses again
    retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status >= 400),
  });
}
