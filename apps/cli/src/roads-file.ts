/** Roads of an `.osm.pbf` file; whatever is wrong with the file becomes a sentence that names it. */
import type { OnProgress } from "@firecover/domain";
import { type OsmData, readOsm } from "@firecover/interchange";
import { InputFaults } from "./exit.ts";
import { say } from "./say.ts";

export async function readRoadsFile(
  path: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<OsmData> {
  let osm: OsmData;
  try {
    osm = await readOsm(path, { onProgress, signal });
  } catch (error) {
    throw faultOf(path, error);
  }
  if (osm.roads.length === 0) throw new InputFaults([`${path}: không có đường nào · holds no roads`]);
  if (osm.issues.count > 0) {
    say(
      `${path}: bỏ qua ${osm.issues.count} chỗ không đọc được · ${osm.issues.count} objects could not be read`,
    );
  }
  return osm;
}

function faultOf(path: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "EISDIR" || code === "EACCES") {
    return new InputFaults([`${path}: không đọc được tệp · cannot read the file (${error.message})`]);
  }
  if (error.name !== "PbfFault" && error.name !== "FileFault") return error;
  return new InputFaults([
    `${path}: không phải tệp .osm.pbf trọn vẹn, bị cắt hoặc sai loại · no whole .osm.pbf file, cut off or of another kind (${error.message})`,
  ]);
}
