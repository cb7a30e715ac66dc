/** Files in: sending one with progress, following what the server does with it, stopping it. */
import { ImportKind, ImportReport, Progress } from "@firecover/domain";
import { z } from "zod";
import { ApiError, getJson, type Problem, request } from "./http.ts";

export const ImportState = z.object({
  id: z.string(),
  state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
  file: z.string(),
  kind: ImportKind,
  isDryRun: z.boolean(),
  createdAt: z.string(),
  progress: Progress.nullable(),
  report: ImportReport.nullable(),
  error: z.string().nullable(),
});
export type ImportState = z.infer<typeof ImportState>;

export interface ImportRequest {
  readonly file: File;
  readonly kind: ImportKind;
  readonly isDryRun: boolean;
  readonly layerDate: string | null;
}

const path = "/api/imports";

/** `fetch` cannot tell how much of a body is sent, hence the older interface. */
export function startImport(
  { file, kind, isDryRun, layerDate }: ImportRequest,
  options: { signal: AbortSignal; onSent: (share: number) => void },
): Promise<ImportState> {
  const form = new FormData();
  form.set("kind", kind);
  form.set("dryRun", String(isDryRun));
  if (layerDate !== null) form.set("layerDate", layerDate);
  form.set("file", file, file.name);
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest();
    asked.open("POST", path);
    asked.responseType = "json";
    asked.upload.onprogress = ({ loaded, total }) => options.onSent(total > 0 ? loaded / total : 0);
    asked.onerror = () => reject(new ApiError(0, { title: "No answer" }));
    asked.onabort = () => reject(new DOMException("The upload was stopped.", "AbortError"));
    asked.onload = () => {
      if (asked.status === 202) resolve(ImportState.parse(asked.response));
      else reject(new ApiError(asked.status, (asked.response ?? {}) as Problem));
    };
    options.signal.addEventListener("abort", () => asked.abort(), { once: true });
    asked.send(form);
  });
}

export function getImport(id: string, signal: AbortSignal): Promise<ImportState> {
  return getJson(`${path}/${encodeURIComponent(id)}`, ImportState, signal);
}

export async function listImports(signal: AbortSignal): Promise<ImportState[]> {
  return (await getJson(path, z.object({ items: z.array(ImportState) }), signal)).items;
}

export async function cancelImport(id: string): Promise<void> {
  await request(`${path}/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export const importIssuesPath = (id: string): string => `${path}/${encodeURIComponent(id)}/issues.csv`;
