/** Scenarios: named lists of changes, each write naming the version it was made from. */
import { type Change, Scenario } from "@firecover/domain";
import { z } from "zod";
import { getJson, request } from "./http.ts";
import type { Versioned } from "./records.ts";

const path = "/api/scenarios";
const itemPath = (id: string) => `${path}/${encodeURIComponent(id)}`;

export interface ScenarioContent {
  readonly name: string;
  readonly note: string | null;
  readonly changes: readonly Change[];
}

/** The one changed last comes first. */
export const scenariosQuery = {
  queryKey: ["scenarios"],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await getJson(path, z.object({ items: z.array(Scenario) }), signal)).items,
} as const;

async function versioned(response: Response): Promise<Versioned<Scenario>> {
  return { record: Scenario.parse(await response.json()), etag: response.headers.get("etag") ?? "" };
}

export async function getScenario(id: string, signal?: AbortSignal): Promise<Versioned<Scenario>> {
  return versioned(await request(itemPath(id), { cache: "no-store", ...(signal && { signal }) }));
}

const body = (method: "POST" | "PUT", content: ScenarioContent, etag?: string): RequestInit => ({
  method,
  headers: { "content-type": "application/json", ...(etag && { "if-match": etag }) },
  body: JSON.stringify(content),
});

export async function createScenario(content: ScenarioContent): Promise<Versioned<Scenario>> {
  return versioned(await request(path, body("POST", content)));
}

export async function saveScenario(
  id: string,
  content: ScenarioContent,
  etag: string,
): Promise<Versioned<Scenario>> {
  return versioned(await request(itemPath(id), body("PUT", content, etag)));
}

export async function deleteScenario(id: string, etag: string): Promise<void> {
  await request(itemPath(id), { method: "DELETE", headers: { "if-match": etag } });
}
