/** Places where a station could stand, each with its list of conditions; new ones along roads. */
import { roadsMeeting } from "@firecover/database";
import { LonLat, SitingCandidates } from "@firecover/domain";
import { exitOf } from "@firecover/interchange";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { etagOf, isFresh } from "../http/etag.ts";
import { onInvalid } from "../http/problem.ts";
import { itemResponse, json, okResponse } from "../http/register.ts";
import { ValidSurface } from "../http/valid-surface.ts";

const path = "/api/siting/candidates";
const tags = ["Siting"];

const GenerateCandidates = z.strictObject({
  count: z.number().int().min(1).max(1000).default(150).openapi({ description: "At most so many" }),
});

const PlotOutline = z.strictObject({ geometry: ValidSurface });
const PlotExit = z.object({
  location: LonLat.nullable().openapi({ description: "null where no road for engines runs within 100 m" }),
});

const readRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "All places for stations, each with its list of conditions",
  description:
    "In order of their ids. Roads are judged as the first engine meets them under the default parameters: unmeasured width makes access unknown.",
  responses: itemResponse(SitingCandidates),
});
const generateRoute = createRoute({
  method: "post",
  path: `${path}/generate`,
  tags,
  summary: "Propose places along roads",
  description:
    "Beside roads of enough width, outside zones, away from crowded exits, near people whom no engine reaches in time. " +
    "They take the place of those proposed before; plots, and proposed places that were edited, stay. " +
    "Where the coverage of the present registers is not computed yet, it is computed first.",
  request: { body: { content: json(GenerateCandidates), required: true } },
  responses: okResponse(SitingCandidates, "All places, the new ones among them"),
});

const exitRoute = createRoute({
  method: "post",
  path: "/api/siting/plot-exit",
  tags,
  summary: "Where engines would leave a plot",
  description:
    "The point of the outline nearest to a road that engines may drive, as imports choose it; stores nothing.",
  request: { body: { content: json(PlotOutline), required: true } },
  responses: okResponse(PlotExit, "The exit"),
});

export function sitingCandidateRoutes(context: AppContext) {
  const candidates = () => context.startup.services().siteCandidates;
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(readRoute, async (c) => {
      const { key, answer } = await candidates().read();
      const etag = etagOf(key);
      c.header("etag", etag);
      c.header("cache-control", "no-cache");
      return isFresh(c, etag) ? c.body(null, 304) : c.json(answer, 200);
    })
    .openapi(generateRoute, async (c) => {
      const { count } = c.req.valid("json");
      const { key, answer } = await candidates().generate(count, { signal: c.req.raw.signal });
      c.header("etag", etagOf(key));
      return c.json(answer, 200);
    })
    .openapi(exitRoute, async (c) => {
      const { db } = context.startup.services().database;
      const { geometry } = c.req.valid("json");
      const location = await exitOf(geometry, { roadsMeeting: (bounds) => roadsMeeting(db, bounds) });
      return c.json({ location }, 200);
    });
}
