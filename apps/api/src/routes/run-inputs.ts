/** What a run was computed from, so that a browser's worker can compute the same and go on from there. */
import {
  Change,
  CommuneCode,
  CoverageParameters,
  CoverageRunId,
  FireStation,
  PopulationCell,
  Premises,
  Standard,
  WaterSource,
} from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { compressed, gzipped } from "../http/compressed.ts";
import { isFresh } from "../http/etag.ts";
import { onInvalid, problemResponses } from "../http/problem.ts";
import { json } from "../http/register.ts";

const tags = ["Coverage"];
const params = z.object({ id: CoverageRunId });
const description =
  "409 with code `registers-changed` once the registers are no longer those that the run was computed from.";

const RunInput = z
  .object({
    stampHash: z.string(),
    networkHash: z.string().openapi({ description: "Of the answer of `network`" }),
    communes: z.array(
      z.object({
        code: CommuneCode,
        name: z.string(),
        isUrbanCentre: z.boolean(),
        population: z.number().nullable(),
      }),
    ),
    stations: z.array(FireStation),
    waterSources: z.array(WaterSource),
    premises: z.array(Premises),
    cells: z.array(PopulationCell),
    standard: Standard,
    parameters: CoverageParameters,
    changes: z.array(Change).openapi({ description: "What the run has beside this baseline" }),
  })
  .openapi("RunInput");

const networkRoute = createRoute({
  method: "get",
  path: "/api/coverage-runs/{id}/network",
  tags,
  summary: "The baseline's road network, as `decodeRoadNetwork` of @firecover/road-network reads it",
  description,
  request: { params },
  responses: {
    200: {
      description: "Versioned binary; its ETag names the network",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
    304: { description: "Unchanged since If-None-Match" },
    ...problemResponses,
  },
});
const inputRoute = createRoute({
  method: "get",
  path: "/api/coverage-runs/{id}/input",
  tags,
  summary: "Everything else that the run was computed from: baseline, standard, parameters and changes",
  description,
  request: { params },
  responses: {
    200: { description: "The input without the network", content: json(RunInput) },
    304: { description: "Unchanged since If-None-Match" },
    ...problemResponses,
  },
});

/** Neither changes as long as the run can be asked for them, but one day it cannot. */
const cacheControl = "private, max-age=31536000, immutable";

export function runInputRoutes(context: AppContext) {
  const coverage = () => context.startup.services().coverage;
  let packed: { hash: string; bytes: Promise<Uint8Array<ArrayBuffer>> } | undefined;

  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(networkRoute, async (c) => {
      const { baseline } = await coverage().inputsOfRun(c.req.valid("param").id);
      const { networkBytes, networkHash: hash } = baseline;
      const headers = {
        "content-type": "application/octet-stream",
        "cache-control": cacheControl,
        etag: `"${hash}"`,
      };
      if (isFresh(c, headers.etag)) return c.body(null, 304, headers);
      if (packed?.hash !== hash) packed = { hash, bytes: gzipped(networkBytes) };
      return compressed(c, new Uint8Array(networkBytes), headers, await packed.bytes);
    })
    .openapi(inputRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { baseline, standard, parameters, changed } = await coverage().inputsOfRun(id);
      const { hash: stampHash } = (await coverage().getRun(id)).stamp;
      const headers = {
        "content-type": "application/json; charset=utf-8",
        "cache-control": cacheControl,
        etag: `"${id}-${stampHash}"`,
      };
      if (isFresh(c, headers.etag)) return c.body(null, 304, headers);
      const input: z.input<typeof RunInput> = {
        stampHash,
        networkHash: baseline.networkHash,
        ...mutable(baseline.input),
        standard,
        parameters,
        changes: [...(changed?.changes ?? [])],
      };
      return compressed(c, new TextEncoder().encode(JSON.stringify(input)), headers);
    });
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** Written out as it is: only the types of the schema know no read-only lists. */
const mutable = <T extends object>(value: T): Mutable<T> => value as Mutable<T>;
