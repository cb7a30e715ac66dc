/** Unit prices as they are kept, with the version that a change is made against. */
import { UnitPrices } from "@firecover/domain";
import { request } from "./http.ts";

export const unitPricesPath = "/api/settings/unit-prices";

export async function versionedPrices(response: Response): Promise<{ prices: UnitPrices; etag: string }> {
  return { prices: UnitPrices.parse(await response.json()), etag: response.headers.get("etag") ?? "" };
}

export const unitPricesQuery = {
  queryKey: ["unit-prices"],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    versionedPrices(await request(unitPricesPath, { signal, cache: "no-store" })),
} as const;
