/** Requests to firecover's own server: JSON in, JSON out, faults as `ApiError` with the server's own sentence. */
import { z } from "zod";

const Problem = z.object({
  title: z.string().optional(),
  status: z.number().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The server said no, or did not answer (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly fields: readonly { path: string; message: string }[];
  constructor(status: number, problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`, options);
    this.name = "ApiError";
    this.status = status;
    this.code = problem.code ?? null;
    this.fields = problem.errors ?? [];
  }
}

/** `fetch` that throws `ApiError` on every answer that is not 2xx. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError(0, { title: "No answer" }, { cause });
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  throw new ApiError(response.status, Problem.safeParse(body).data ?? {});
}

export async function getJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  signal?: AbortSignal,
): Promise<z.infer<Schema>> {
  const response = await request(path, signal ? { signal } : {});
  return schema.parse(await response.json());
}

/** POST, PUT or PATCH of a JSON body; `etag` becomes If-Match. */
export async function sendJson<Schema extends z.ZodType>(
  method: "POST" | "PUT" | "PATCH",
  path: string,
  body: unknown,
  schema: Schema,
  etag?: string,
): Promise<z.infer<Schema>> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (etag) headers["if-match"] = etag;
  const response = await request(path, { method, headers, body: JSON.stringify(body) });
  return schema.parse(await response.json());
}

/** `?a=1&b=2` of what is set. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const pairs = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return pairs.length === 0
    ? ""
    : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`;
}
