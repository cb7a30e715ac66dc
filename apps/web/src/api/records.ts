/** Records of the registers: pages of a list, one record with its version, and the writes that must name it. */
import { z } from "zod";
import { query, request, sendJson } from "./http.ts";

export type ListParams = Readonly<Record<string, string | number | undefined>>;

export interface Page<Row> {
  readonly items: Row[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** A record and the version that a write to it must name. */
export interface Versioned<Row> {
  readonly record: Row;
  readonly etag: string;
}

const Envelope = z.object({
  items: z.array(z.unknown()),
  nextCursor: z.string().nullish(),
  total: z.number(),
});

export async function listRecords<Row>(
  path: string,
  schema: z.ZodType<Row>,
  params: ListParams,
  signal?: AbortSignal,
): Promise<Page<Row>> {
  const response = await request(`${path}${query(params)}`, signal ? { signal } : {});
  const { items, nextCursor, total } = Envelope.parse(await response.json());
  return { items: items.map((item) => schema.parse(item)), nextCursor: nextCursor ?? null, total };
}

/** Follows the list to its end, or until `max` records are there. */
export async function listAllRecords<Row>(
  path: string,
  schema: z.ZodType<Row>,
  params: ListParams,
  options: { max: number; signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
): Promise<{ records: Row[]; total: number }> {
  const records: Row[] = [];
  let cursor: string | null = null;
  let total = 0;
  do {
    const page: Page<Row> = await listRecords(
      path,
      schema,
      { ...params, limit: 500, cursor: cursor ?? undefined },
      options.signal,
    );
    records.push(...page.items);
    total = page.total;
    cursor = page.nextCursor;
    options.onProgress?.(records.length, total);
  } while (cursor !== null && records.length < options.max);
  return { records, total };
}

const itemPath = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`;

export async function getRecord<Row>(
  path: string,
  schema: z.ZodType<Row>,
  id: string,
  signal?: AbortSignal,
): Promise<Versioned<Row>> {
  const response = await request(itemPath(path, id), { cache: "no-store", ...(signal && { signal }) });
  return { record: schema.parse(await response.json()), etag: response.headers.get("etag") ?? "" };
}

export function createRecord<Row>(path: string, schema: z.ZodType<Row>, record: Row): Promise<Row> {
  return sendJson("POST", path, record, schema);
}

export function updateRecord<Row>(
  method: "PUT" | "PATCH",
  path: string,
  schema: z.ZodType<Row>,
  id: string,
  body: unknown,
  etag: string,
): Promise<Row> {
  return sendJson(method, itemPath(path, id), body, schema, etag);
}

export async function deleteRecord(path: string, id: string, etag: string): Promise<void> {
  await request(itemPath(path, id), { method: "DELETE", headers: { "if-match": etag } });
}
