/** Search by name, with or without accents. */
import { searchByName } from "@firecover/database";
import { BoundingBox, LonLat } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { onInvalid } from "../http/problem.ts";
import { okResponse } from "../http/register.ts";

const SearchHit = z
  .object({
    kind: z.enum(["premises", "commune", "fire-station", "road"]),
    id: z.string(),
    name: z.string(),
    detail: z.string().nullable(),
    location: LonLat,
    bounds: BoundingBox.nullable(),
  })
  .openapi("SearchHit");

const searchRoute = createRoute({
  method: "get",
  path: "/api/search",
  tags: ["Registers"],
  summary: "Find premises, communes, fire stations and roads by name",
  request: {
    query: z.strictObject({
      q: z.string().trim().min(1).max(200),
      limit: z
        .string()
        .regex(/^[1-9]\d{0,3}$/, "must be a whole number from 1")
        .transform((text) => Math.min(Number(text), 50))
        .optional()
        .openapi({ type: "integer", minimum: 1, maximum: 50, default: 10 }),
    }),
  },
  responses: okResponse(z.array(SearchHit), "Hits, best first"),
});

export function searchRoutes(context: AppContext) {
  return new OpenAPIHono({ defaultHook: onInvalid }).openapi(searchRoute, async (c) => {
    const { q, limit = 10 } = c.req.valid("query");
    return c.json(await searchByName(context.startup.services().database.db, q, limit), 200);
  });
}
