/** Roads of an `.osm.pbf` file; whatever is wrong with the file becomes a sentence that names it. */
import type { OnProgress } from "@firecover/domain";
import { formatLabels, type OsmData, readOsm, sniffFormat } from "@firecover/interchange";
import { InputFaults } from "./exit.ts";
import { fileFault } from "./file-faults.ts";
import { say } from "./say.ts";

export async function readRoadsFile(
  path: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<OsmData> {
  const osm = await readWhole(path, onProgress, signal);
  if (osm.roads.length === 0) throw new InputFaults([`${path}: không có đường nào · holds no roads`]);
  if (osm.issues.count > 0) {
    say(
      `${path}: bỏ qua ${osm.issues.count} chỗ không đọc được · ${osm.issues.count} objects could not be read`,
    );
  }
  return osm;
}

async function readWhole(path: string, onProgress: OnProgress, signal: AbortSignal): Promise<OsmData> {
  const format = await sniffFormat(path).catch((cause: Error) => {
    throw new InputFaults([
      `${path}: không đọc được tệp · cannot read the file: ${fileFault(cause) ?? cause.message}`,
    ]);
  });
  if (format !== "osm-pbf") {
    throw new InputFaults([
      `${path}: không phải tệp .osm.pbf mà là ${formatLabels[format].vi} · no .osm.pbf file but ${formatLabels[format].en}`,
    ]);
  }
  try {
    return await readOsm(path, { onProgress, signal });
  } catch (error) {
    // by name: what a reader throws for a broken file is its own affair, but the name says whose fault it is
    if (!(error instanceof Error) || error.name !== "PbfFault") throw error;
    throw new InputFaults([
      `${path}: tệp .osm.pbf bị cắt hoặc hỏng, hãy tải lại · cut off or damaged, download it again (${error.message})`,
    ]);
  }
}
