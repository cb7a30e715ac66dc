/** Search by name, with or without diacritics. */
import { BoundingBox, LonLat } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { getJson, query } from "./http.ts";

export const SearchHit = z.object({
  kind: z.enum(["premises", "commune", "fire-station", "road"]),
  id: z.union([z.string(), z.number()]).transform(String),
  name: z.string(),
  detail: z.string().nullish(),
  location: LonLat,
  bounds: BoundingBox.nullish(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export function useSearch(text: string) {
  const asked = text.trim();
  return useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) =>
      getJson(`/api/search${query({ q: asked, limit: 12 })}`, z.array(SearchHit), signal),
    enabled: asked.length >= 2,
    placeholderData: (previous) => previous,
  });
}
