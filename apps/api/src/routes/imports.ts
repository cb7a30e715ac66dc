/** Files in: upload, look at the report of a dry run, import, cancel. */
import { FirecoverError, ImportKind, ImportReport, IsoDate, Progress } from "@firecover/domain";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppContext } from "../context.ts";
import { receiveUpload } from "../http/multipart.ts";
import { onInvalid, problemResponses } from "../http/problem.ts";
import { json, okResponse } from "../http/register.ts";
import type { ImportJob, ImportRequest } from "../jobs/import-jobs.ts";
import { issuesCsv } from "../jobs/issues-csv.ts";

const path = "/api/imports";
const tags = ["Imports"];
const params = z.object({ id: z.uuid() });

const ImportState = z
  .object({
    id: z.uuid(),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    file: z.string(),
    kind: ImportKind,
    isDryRun: z.boolean(),
    createdAt: z.iso.datetime(),
    progress: Progress.nullable(),
    report: ImportReport.nullable(),
    error: z.string().nullable(),
  })
  .openapi("ImportState");
type ImportState = z.infer<typeof ImportState>;

/** Fields of the form beside the file itself. */
const ImportForm = z.object({
  kind: ImportKind,
  dryRun: z.enum(["true", "false"]).default("false"),
  layerDate: IsoDate.optional(),
});

const formSchema = z.object({
  file: z.string().openapi({ format: "binary" }),
  kind: ImportKind,
  dryRun: z.enum(["true", "false"]).optional(),
  layerDate: IsoDate.optional(),
});

const startRoute = createRoute({
  method: "post",
  path,
  tags,
  summary: "Upload a file and import it",
  description:
    "`dryRun=true` reads and reports without writing. The answer's id is asked for progress and report.",
  responses: {
    202: { description: "Queued", content: json(ImportState) },
    ...problemResponses,
  },
});
const listRoute = createRoute({
  method: "get",
  path,
  tags,
  summary: "List the imports of this start of the server, newest first; reports are left out",
  responses: okResponse(z.object({ items: z.array(ImportState) }), "Imports"),
});
const readRoute = createRoute({
  method: "get",
  path: `${path}/{id}`,
  tags,
  summary: "State, progress and report of an import",
  request: { params },
  responses: okResponse(ImportState, "The import"),
});
const cancelRoute = createRoute({
  method: "delete",
  path: `${path}/{id}`,
  tags,
  summary: "Cancel an import; nothing of it stays",
  request: { params },
  responses: okResponse(ImportState, "The import; its state turns to cancelled once it has stopped"),
});
const csvRoute = createRoute({
  method: "get",
  path: `${path}/{id}/issues.csv`,
  tags,
  summary: "The issues of an import as CSV for spreadsheets",
  request: { params },
  responses: {
    200: { description: "UTF-8 with a byte order mark", content: { "text/csv": { schema: z.string() } } },
    ...problemResponses,
  },
});

export function importRoutes(context: AppContext) {
  const imports = () => context.startup.services().imports;
  const app = new OpenAPIHono({ defaultHook: onInvalid });
  // the form is read as a stream, so it is documented here and not parsed by the router
  app.openAPIRegistry.registerPath({
    ...startRoute,
    request: { body: { content: { "multipart/form-data": { schema: formSchema } }, required: true } },
  });
  return app
    .openapi({ ...startRoute, hide: true }, async (c) => {
      const jobs = imports();
      const upload = await receiveUpload(c.req.raw);
      const request = await readForm(upload.fields).catch(async (error: unknown) => {
        await upload.remove();
        throw error;
      });
      return c.json(stateOf(jobs.start(upload, request)), 202);
    })
    .openapi(listRoute, (c) => {
      const items = imports()
        .list()
        .map((job) => ({ ...stateOf(job), report: null }));
      return c.json({ items }, 200);
    })
    .openapi(readRoute, (c) => c.json(stateOf(imports().get(c.req.valid("param").id)), 200))
    .openapi(cancelRoute, (c) => c.json(stateOf(imports().cancel(c.req.valid("param").id)), 200))
    .openapi(csvRoute, (c) => {
      const { job, file } = imports().get(c.req.valid("param").id);
      if (!job.answer) throw new FirecoverError("conflict", "The import has no report yet.");
      const name = encodeURIComponent(`${file}.issues.csv`);
      return c.body(issuesCsv(job.answer.issues), 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="issues.csv"; filename*=UTF-8''${name}`,
      });
    });
}

async function readForm(fields: ReadonlyMap<string, string>): Promise<ImportRequest> {
  const parsed = ImportForm.safeParse(Object.fromEntries(fields));
  if (parsed.success) {
    const { kind, dryRun, layerDate } = parsed.data;
    return { kind, isDryRun: dryRun === "true", layerDate: layerDate ?? null };
  }
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new FirecoverError("invalid-input", faults.join("; "));
}

function stateOf({ job, request, file }: ImportJob): ImportState {
  const { id, state, createdAt, progress, answer, error } = job;
  const { kind, isDryRun } = request;
  return { id, state, file, kind, isDryRun, createdAt, progress, report: answer, error };
}
