/** Every record of the filtered list, for the map beside it, up to what a map of points can draw. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { listAllRecords } from "../api/records.ts";
import type { Register } from "./register.ts";
import type { RegistersSearch } from "./registers-search.ts";

export const mostOnMap = 10_000;

export interface FilteredRecords<Row> {
  readonly records: readonly Row[];
  readonly total: number;
  readonly progress: { done: number; total: number } | null;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useFilteredRecords<Row>(
  register: Register<Row>,
  search: RegistersSearch,
  isWanted: boolean,
): FilteredRecords<Row> {
  const queryClient = useQueryClient();
  const params = register.listParams(search);
  const key = ["records", register.name, "filtered", params];
  const progressKey = ["records-progress", register.name, params];
  const asked = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      listAllRecords(register.path, register.schema, params, {
        max: mostOnMap,
        signal,
        onProgress: (done, total) => queryClient.setQueryData(progressKey, { done, total }),
      }),
    enabled: isWanted,
  });
  const progress = useQuery<{ done: number; total: number } | null>({
    queryKey: progressKey,
    queryFn: () => null,
    enabled: false,
  }).data;
  return {
    records: asked.data?.records ?? [],
    total: asked.data?.total ?? 0,
    progress: asked.isFetching && !asked.data ? (progress ?? null) : null,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}
