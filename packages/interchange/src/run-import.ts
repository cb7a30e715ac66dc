/** One import from file to report: everything in one transaction, nothing half done, nothing lost without a line. */
import { basename } from "node:path";
import type { ImportKind, ImportReport, ImportSink, OnProgress } from "@firecover/domain";
import { readProvinceTotals } from "./communes/controls.ts";
import { FileFault } from "./file-fault.ts";
import type { ImportContext, PreparedImport } from "./import/context.ts";
import { checkFormat } from "./import/expected-format.ts";
import { prepareCommunes } from "./import/import-communes.ts";
import { prepareOsm } from "./import/import-osm.ts";
import { preparePopulation } from "./import/import-population.ts";
import { openRows, prepareTable } from "./import/import-table.ts";
import { createIssueList, text } from "./issues.ts";
import { candidateSitesLayer } from "./layers/candidate-sites.ts";
import { exclusionZonesLayer } from "./layers/exclusion-zones.ts";
import { fireStationsLayer } from "./layers/fire-stations.ts";
import { premisesLayer } from "./layers/premises.ts";
import { roadsLayer } from "./layers/roads.ts";
import { waterSourcesLayer } from "./layers/water-sources.ts";
import { PbfFault } from "./osm/pbf-blobs.ts";
import { todayByClock } from "./osm/read-osm.ts";
import { sniffFormat } from "./sniff.ts";

export interface ImportOptions {
  path: string;
  /** The file's name where `path` is a temporary upload; shown as the records' source. */
  originalName?: string | undefined;
  kind: ImportKind;
  sink: ImportSink;
  isDryRun: boolean;
  /**
   * What faulty rows mean for the sound ones: they go in without them (default), or nothing goes in.
   * Objects of an OpenStreetMap file are left out one by one in either case: nobody can mend them in the file.
   */
  faultyRows?: "left-out" | "reject-file" | undefined;
  onProgress?: OnProgress | undefined;
  signal?: AbortSignal | undefined;
  /** ISO date taken where neither the caller nor the file says what day the data speaks of. */
  today?: string | undefined;
  /** ISO date the data speaks of. */
  dataDate?: string | undefined;
  /** Marks every record as invented. */
  isSynthetic?: boolean | undefined;
  /** GeoJSON of provinces whose totals control the communes. */
  controlPath?: string | undefined;
}

/** Faults of the input come back in the report; only faults of the store or of the program are thrown. */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const file = options.originalName ?? basename(options.path);
  const { context, prepare } = createContext(options, file);
  const report = (status: ImportReport["status"]): ImportReport => ({
    file,
    kind: options.kind,
    isDryRun: options.isDryRun,
    status,
    layers: context.layers,
    ...context.issues.list(),
    controls: context.controls,
    seconds: Math.round(performance.now() - started) / 1000,
  });
  try {
    const write = await prepare();
    await options.sink.transaction(
      async (store) => {
        await write(store);
        if (
          options.faultyRows === "reject-file" &&
          context.format !== "osm-pbf" &&
          context.issues.errorCount > 0
        )
          throw new FaultyRows();
      },
      { isDryRun: options.isDryRun },
    );
  } catch (error) {
    if (error instanceof FaultyRows) {
      for (const counts of Object.values(context.layers))
        counts.added = counts.changed = counts.unchanged = 0;
      return report("rejected");
    }
    const isCancelled = options.signal?.aborted === true;
    const fault = asFileFault(error);
    if (!isCancelled && !fault) throw error;
    context.layers = {};
    context.controls.length = 0;
    if (isCancelled) return report("cancelled");
    if (fault) context.issues.add({ ...faultParts(fault), severity: "error" });
    return report("rejected");
  }
  return report(statusOf(context));
}

/** Takes back what the sound rows wrote; the rows' faults are in the report already. */
class FaultyRows extends Error {}

function createContext(
  options: ImportOptions,
  file: string,
): { context: ImportContext; prepare: () => Promise<PreparedImport> } {
  const context: ImportContext = {
    path: options.path,
    format: "empty",
    issues: createIssueList(),
    origin: {
      source: file,
      dataDate: options.dataDate ?? options.today ?? todayByClock(),
      isSynthetic: options.isSynthetic ?? false,
    },
    layers: {},
    controls: [],
    provinceTotals: new Map(),
    onProgress: options.onProgress ?? (() => {}),
    isLost: () => options.faultyRows === "reject-file" && context.issues.errorCount > 0,
    throwIfCancelled: () => options.signal?.throwIfAborted(),
  };
  const prepare = async (): Promise<PreparedImport> => {
    context.throwIfCancelled();
    context.format = await sniffFormat(options.path);
    checkFormat(options.kind, context.format);
    if (options.controlPath) context.provinceTotals = await readProvinceTotals(options.controlPath);
    return prepareByKind(context, options);
  };
  return { context, prepare };
}

async function prepareByKind(context: ImportContext, options: ImportOptions): Promise<PreparedImport> {
  const { dataDate, signal } = options;
  if (context.format === "osm-pbf") {
    return prepareOsm(context, { roadsOnly: options.kind === "roads", dataDate, signal });
  }
  switch (options.kind) {
    case "communes":
      return prepareCommunes(context);
    case "population":
      return preparePopulation(context);
    case "premises":
      return prepareTable(premisesLayer, await openRows(context), context);
    case "water-sources":
      return prepareTable(waterSourcesLayer, await openRows(context), context);
    case "fire-stations":
      return prepareTable(fireStationsLayer, await openRows(context), context);
    case "candidate-sites":
      return prepareTable(candidateSitesLayer, await openRows(context), context);
    case "exclusion-zones":
      return prepareTable(exclusionZonesLayer, await openRows(context), context);
    case "roads":
      return prepareTable(roadsLayer, await openRows(context), context);
    case "osm":
      throw new Error("An OSM import reads .osm.pbf only, and the format was checked before.");
  }
}

/** Nothing accepted is a rejected file, however many rows it has. */
function statusOf({ layers, issues }: ImportContext): ImportReport["status"] {
  const all = Object.values(layers);
  const accepted = all.reduce((sum, counts) => sum + counts.added + counts.changed + counts.unchanged, 0);
  if (accepted === 0) return "rejected";
  return issues.count > 0 ? "accepted-with-issues" : "accepted";
}

function asFileFault(error: unknown): FileFault | null {
  if (error instanceof FileFault) return error;
  if (!(error instanceof PbfFault)) return null;
  return error.isTruncated
    ? new FileFault(
        "truncated",
        text(
          `Tệp .osm.pbf bị cắt giữa chừng. (${error.message})`,
          `The .osm.pbf breaks off before its end. (${error.message})`,
        ),
        { suggestion: downloadAgain, cause: error },
      )
    : new FileFault(
        "wrong-format",
        text(`Tệp .osm.pbf bị hỏng. (${error.message})`, `The .osm.pbf is damaged. (${error.message})`),
        { suggestion: downloadAgain, cause: error },
      );
}

const downloadAgain = text("Hãy tải lại tệp.", "Download it again.");

function faultParts({ code, reason, suggestion, row }: FileFault) {
  return { code, reason, suggestion, row };
}
