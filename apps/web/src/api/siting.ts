/** Choosing sites: candidates with how they stand to the site rules, and runs that answer a question. */
import {
  LonLat,
  type MultiPolygonGeometry,
  SiteRules,
  SitingCandidates,
  type SitingQuestion,
  SitingRun,
} from "@firecover/domain";
import { z } from "zod";
import { getJson, request, sendJson } from "./http.ts";

export const candidatesQuery = {
  queryKey: ["siting-candidates"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson("/api/siting/candidates", SitingCandidates, signal),
} as const;

/** New places beside roads; they take the place of those generated before. */
export async function generateCandidates(count: number): Promise<void> {
  await request("/api/siting/candidates/generate", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ count }),
  });
}

/** Where the server would have engines leave a plot; null where no road for them is near. */
export async function findPlotExit(geometry: MultiPolygonGeometry): Promise<LonLat | null> {
  const schema = z.object({ location: LonLat.nullable() });
  return (await sendJson("POST", "/api/siting/plot-exit", { geometry }, schema)).location;
}

const rulesPath = "/api/settings/site-rules";

export async function getSiteRules(signal: AbortSignal): Promise<{ rules: SiteRules; etag: string }> {
  const response = await request(rulesPath, { cache: "no-store", signal });
  return { rules: SiteRules.parse(await response.json()), etag: response.headers.get("etag") ?? "" };
}

export function saveSiteRules(rules: SiteRules, etag: string): Promise<SiteRules> {
  return sendJson("PUT", rulesPath, rules, SiteRules, etag || undefined);
}

const runsPath = "/api/siting-runs";
const runPath = (id: string) => `${runsPath}/${encodeURIComponent(id)}`;

export const sitingRunsQuery = {
  queryKey: ["siting-runs"],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await getJson(runsPath, z.object({ items: z.array(SitingRun) }), signal)).items,
} as const;

export function getSitingRun(id: string, signal: AbortSignal): Promise<SitingRun> {
  return getJson(runPath(id), SitingRun, signal);
}

export function startSitingRun(question: SitingQuestion): Promise<SitingRun> {
  return sendJson("POST", runsPath, question, SitingRun);
}

/** Ends the search; the best found so far stays. */
export async function stopSitingRun(id: string): Promise<void> {
  await request(`${runPath(id)}/stop`, { method: "POST" });
}

export async function deleteSitingRun(id: string): Promise<void> {
  await request(runPath(id), { method: "DELETE" });
}
