/** The explanation that the address asks for, of one run. */
import type { Certainty, Explanation } from "@firecover/domain";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { getExplanation, parsePlace } from "../api/explanations.ts";

export function useExplanation(
  runId: string | undefined,
  why: string | undefined,
  certainty: Certainty,
): UseQueryResult<Explanation> {
  const place = why === undefined ? null : parsePlace(why);
  return useQuery({
    queryKey: ["explanation", runId, why, certainty],
    queryFn: ({ signal }) => getExplanation(runId!, place!, certainty, signal),
    enabled: runId !== undefined && place !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
