/** Scenarios: named lists of changes beside the baseline. */
import {
  deleteScenario,
  findScenario,
  insertScenario,
  listScenarios,
  updateScenario,
} from "@firecover/database";
import { Scenario, ScenarioId } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { isFresh, requiredVersion } from "../http/etag.ts";
import { onInvalid } from "../http/problem.ts";
import {
  createdResponse,
  deletedResponse,
  ifMatch,
  itemResponse,
  json,
  okResponse,
  orNotFound,
  setEtag,
  writtenResponse,
} from "../http/register.ts";
import { mustFitRegisters } from "../scenarios/check-changes.ts";

const path = "/api/scenarios";
const itemPath = `${path}/{id}` as const;
const tags = ["Scenarios"];
const params = z.object({ id: ScenarioId });
const Name = Scenario.shape.name.refine((name) => name.trim() !== "", "must not be blank");
const ScenarioContent = z
  .strictObject({
    name: Name,
    note: Scenario.shape.note.default(null),
    changes: Scenario.shape.changes,
  })
  .openapi("ScenarioContent");
const body = { content: json(ScenarioContent), required: true };
const description =
  "Every change must fit the registers as they are: 422 with the index and field of each that does not.";

const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List scenarios, the one changed last first",
  responses: okResponse(z.object({ items: z.array(Scenario) }), "Scenarios"),
});
const readRoute = createRoute({
  method: "get",
  path: itemPath,
  tags,
  summary: "Read one scenario",
  request: { params },
  responses: itemResponse(Scenario),
});
const addRoute = createRoute({
  method: "post",
  path,
  tags,
  summary: "Add a scenario",
  description,
  request: { body },
  responses: createdResponse(Scenario),
});
const copyRoute = createRoute({
  method: "post",
  path: `${itemPath}/copy`,
  tags,
  summary: "Add a scenario with the same changes under another name",
  request: { params, body: { content: json(z.strictObject({ name: Name })), required: true } },
  responses: createdResponse(Scenario),
});
const replaceRoute = createRoute({
  method: "put",
  path: itemPath,
  tags,
  summary: "Replace one scenario",
  description,
  request: { params, headers: ifMatch, body },
  responses: writtenResponse(Scenario),
});
const deleteRoute = createRoute({
  method: "delete",
  path: itemPath,
  tags,
  summary: "Delete one scenario and the runs computed with it",
  request: { params, headers: ifMatch },
  responses: deletedResponse,
});

export function scenarioRoutes(context: AppContext) {
  const services = () => context.startup.services();
  const db = () => services().database.db;
  return new OpenAPIHono({ defaultHook: onInvalid })
    .openapi(listRoute, async (c) =>
      c.json({ items: await listScenarios(db()) }, 200, { "cache-control": "no-cache" }),
    )
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { record, version } = orNotFound(await findScenario(db(), id), `scenario ${id}`);
      const etag = setEtag(c, version);
      return isFresh(c, etag) ? c.body(null, 304) : c.json(record, 200);
    })
    .openapi(addRoute, async (c) => {
      const content = c.req.valid("json");
      await mustFitRegisters(db(), content.changes);
      const { record, version } = await insertScenario(db(), content);
      setEtag(c, version);
      c.header("location", `${path}/${encodeURIComponent(record.id)}`);
      return c.json(record, 201);
    })
    .openapi(copyRoute, async (c) => {
      const { id } = c.req.valid("param");
      const original = orNotFound(await findScenario(db(), id), `scenario ${id}`).record;
      const { record, version } = await insertScenario(db(), {
        name: c.req.valid("json").name,
        note: original.note,
        changes: original.changes,
      });
      setEtag(c, version);
      c.header("location", `${path}/${encodeURIComponent(record.id)}`);
      return c.json(record, 201);
    })
    .openapi(replaceRoute, async (c) => {
      const { id } = c.req.valid("param");
      const expectedVersion = requiredVersion(c);
      const content = c.req.valid("json");
      await mustFitRegisters(db(), content.changes);
      const { record, version } = await updateScenario(db(), id, content, expectedVersion);
      setEtag(c, version);
      return c.json(record, 200);
    })
    .openapi(deleteRoute, async (c) => {
      await deleteScenario(db(), c.req.valid("param").id, requiredVersion(c));
      services().coverage.stamps.invalidate();
      services().coverage.forgetRuns();
      return c.body(null, 204);
    });
}
