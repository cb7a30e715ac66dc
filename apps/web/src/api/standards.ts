/** Standards of cover: presets and the province's own. */
import { Standard } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { getJson } from "./http.ts";

const StandardList = z.union([
  z.array(Standard),
  z.object({ items: z.array(Standard) }).transform((page) => page.items),
]);

export function useStandards() {
  return useQuery({
    queryKey: ["standards"],
    queryFn: ({ signal }) => getJson("/api/standards", StandardList, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
