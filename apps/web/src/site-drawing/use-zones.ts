/** Land on which no station may stand, all of it. */
import { ExclusionZone } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { listAllRecords } from "../api/records.ts";

const none: readonly ExclusionZone[] = [];

export function useZones() {
  const { data, error } = useQuery({
    queryKey: ["records", "exclusion-zones", "all"],
    queryFn: ({ signal }) => listAllRecords("/api/exclusion-zones", ExclusionZone, {}, { max: 5000, signal }),
  });
  return { zones: data?.records ?? none, error };
}
