/** Imports as jobs: the uploaded file is read once, its report kept, the file removed whatever happens. */
import { type Database, importSink } from "@firecover/database";
import { FirecoverError, type ImportKind, type ImportReport } from "@firecover/domain";
import type { Upload } from "../http/multipart.ts";
import { createJobQueue, type Job, type JobQueue } from "./job-queue.ts";

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly isDryRun: boolean;
  /** The day the data speaks of, where the file does not say. */
  readonly layerDate: string | null;
}

export interface ImportJob {
  readonly request: ImportRequest;
  readonly file: string;
  readonly job: Job<ImportReport>;
}

export interface ImportJobs {
  start(upload: Upload, request: ImportRequest): ImportJob;
  get(id: string): ImportJob;
  list(): ImportJob[];
  cancel(id: string): ImportJob;
  close(): Promise<void>;
}

export function createImportJobs(database: Database, whenDone: () => void): ImportJobs {
  const queue: JobQueue<ImportReport> = createJobQueue(describeError);
  const requests = new Map<string, { request: ImportRequest; file: string }>();
  const uploads = new Map<string, Upload>();

  async function drop(id: string): Promise<void> {
    const upload = uploads.get(id);
    uploads.delete(id);
    await upload?.remove();
  }

  function get(id: string): ImportJob {
    const job = queue.find(id);
    const known = requests.get(id);
    if (!job || !known) throw new FirecoverError("not-found", `There is no import ${id}.`);
    return { ...known, job };
  }

  return {
    start(upload, request) {
      const job = queue.add(async (onProgress, signal) => {
        try {
          const { runImport } = await import("@firecover/interchange"); // readers of files load when first needed
          const report = await runImport({
            path: upload.path,
            originalName: upload.originalName,
            kind: request.kind,
            isDryRun: request.isDryRun,
            sink: importSink(database),
            dataDate: request.layerDate ?? undefined,
            onProgress,
            signal,
          });
          if (!request.isDryRun && report.status.startsWith("accepted")) whenDone();
          if (report.status === "cancelled")
            throw new FirecoverError("cancelled", "The import was cancelled.");
          return report;
        } finally {
          await drop(job.id);
        }
      });
      uploads.set(job.id, upload);
      requests.set(job.id, { request, file: upload.originalName });
      for (const id of requests.keys()) if (!queue.find(id)) requests.delete(id);
      return get(job.id);
    },
    get,
    list: () => queue.list().map(({ id }) => get(id)),
    cancel(id) {
      queue.cancel(id);
      const cancelled = get(id);
      if (cancelled.job.progress === null && cancelled.job.state === "cancelled") void drop(id); // never left the queue
      return cancelled;
    },
    async close() {
      await queue.close();
      await Promise.all([...uploads.keys()].map(drop));
    },
  };
}

export function describeError(error: unknown): string {
  if (error instanceof FirecoverError) return error.message;
  console.error(error);
  return "Something went wrong on our side; the server's log says what.";
}
