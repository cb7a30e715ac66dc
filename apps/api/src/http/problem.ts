/** Faults as RFC 9457 problem JSON: one shape, made at one place. */
import { FirecoverError, type FirecoverErrorCode } from "@firecover/domain";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { FaultyChanges } from "../scenarios/check-changes.ts";
import { FaultyQuestion } from "../siting/check-question.ts";

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof Problem>;

const statusOf: Record<FirecoverErrorCode, ContentfulStatusCode> = {
  "invalid-input": 400,
  "not-found": 404,
  conflict: 409,
  "precondition-failed": 412,
  "data-folder-locked": 503,
  "database-unavailable": 503,
  "unsupported-file": 415,
  "registers-changed": 409,
  cancelled: 409,
  busy: 503,
};

const titles: Partial<Record<number, string>> = {
  400: "Bad request",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  412: "Precondition failed",
  413: "Content too large",
  415: "Unsupported media type",
  422: "Unprocessable content",
  428: "Precondition required",
  500: "Internal server error",
  503: "Service unavailable",
};

/** A fault with a status of its own, where no code of the domain says it. */
export class ProblemError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  errors?: Problem["errors"],
): Response {
  const title = titles[status] ?? "Error";
  const body: Problem = { type: "about:blank", title, status, detail, code, ...(errors && { errors }) };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json; charset=utf-8" });
}

/** The one place where thrown errors become answers; what we did not foresee is told on stderr, not to the caller. */
export function onError(error: Error, c: Context): Response {
  if (error instanceof ProblemError) {
    if (error.status === 503) c.header("retry-after", "2");
    return problem(c, error.status, error.code, error.message);
  }
  if (error instanceof FaultyChanges) {
    const errors = error.faults.map(({ path, message }) => ({ path: `json.changes.${path}`, message }));
    return problem(c, 422, "invalid-changes", error.message, errors);
  }
  if (error instanceof FaultyQuestion) {
    const errors = error.faults.map(({ path, message }) => ({ path: `json.${path}`, message }));
    return problem(c, 422, "invalid-question", error.message, errors);
  }
  if (error instanceof FirecoverError) return problem(c, statusOf[error.code], error.code, error.message);
  if (error instanceof HTTPException) return problem(c, error.status, "invalid-input", error.message);
  if (isDataException(error)) {
    return problem(
      c,
      400,
      "invalid-input",
      "The request holds a value that cannot be stored, such as a NUL character.",
    );
  }
  console.error(error);
  return problem(c, 500, "internal", "Something went wrong on our side; the server's log says what.");
}

/** Class 22 of PostgreSQL's codes: the value was the fault, not the query. */
const isDataException = (error: Error): boolean =>
  "code" in error && typeof error.code === "string" && /^22[0-9A-Z]{3}$/.test(error.code);

export const onNotFound = (c: Context): Response =>
  problem(c, 404, "not-found", `There is nothing at ${c.req.path}.`);

/** Answers a request whose parameters or body do not fit the schema, naming every fault. */
export function onInvalid(
  result: { success: true } | { success: false; error: z.ZodError; target: string },
  c: Context,
): Response | undefined {
  if (result.success) return undefined;
  const errors = result.error.issues.map((issue) => ({
    path: [result.target, ...issue.path.map(String)].join("."),
    message: issue.message,
  }));
  const [first] = errors;
  const detail = first ? `${first.path}: ${first.message}` : "The request does not fit the schema.";
  return problem(c, 400, "invalid-input", detail, errors);
}

/** The `default` answer of every route, for the OpenAPI document. */
export const problemResponses = {
  default: {
    description: "A fault, as problem JSON (RFC 9457)",
    content: { "application/problem+json": { schema: Problem } },
  },
} as const;
