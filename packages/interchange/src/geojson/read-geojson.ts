/** A GeoJSON feature collection from a file, its outer form checked; features are checked one by one later. */
import { readFile, stat } from "node:fs/promises";
import { FileFault } from "../file-fault.ts";
import { text } from "../issues.ts";

/** V8 holds no longer string. */
const maxBytes = 500 * 1024 * 1024;

export interface RawFeature {
  /** One-based place in the collection. */
  row: number;
  id: string | null;
  properties: Readonly<Record<string, unknown>>;
  geometry: unknown;
}

export async function readGeoJson(path: string): Promise<RawFeature[]> {
  const { size } = await stat(path);
  if (size > maxBytes) {
    throw new FileFault(
      "too-large",
      text("Tệp GeoJSON lớn hơn 500 MB; hãy chia nhỏ.", "The GeoJSON is larger than 500 MB; split it."),
    );
  }
  const collection = parsed(await readFile(path));
  if (!isObject(collection)) throw noCollection();
  if (collection["type"] === "Feature") return [toFeature(collection, 0)];
  const { features } = collection;
  if (collection["type"] !== "FeatureCollection" || !Array.isArray(features)) throw noCollection();
  if (features.length === 0) throw noFeatures();
  return features.map(toFeature);
}

function parsed(bytes: Buffer): unknown {
  let content: string;
  try {
    content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FileFault("bad-encoding", text("GeoJSON không phải UTF-8.", "The GeoJSON is not UTF-8 text."), {
      suggestion: text("Lưu lại với bảng mã UTF-8.", "Save it again as UTF-8."),
      cause,
    });
  }
  if (content.includes("\0")) {
    throw new FileFault(
      "nul-byte",
      text("GeoJSON có byte NUL: tệp bị hỏng.", "The GeoJSON holds a NUL byte: it is damaged."),
    );
  }
  try {
    return JSON.parse(content);
  } catch (cause) {
    const isCutOff = !/[}\]]\s*$/.test(content);
    throw new FileFault(
      isCutOff ? "truncated" : "wrong-format",
      isCutOff
        ? text("Tệp GeoJSON bị cắt giữa chừng.", "The GeoJSON breaks off before its end.")
        : text("Tệp không phải là JSON đúng cú pháp.", "The file is not well-formed JSON."),
      { cause },
    );
  }
}

function toFeature(feature: unknown, index: number): RawFeature {
  const object = isObject(feature) ? feature : {};
  const id = object["id"];
  return {
    row: index + 1,
    id: typeof id === "string" || typeof id === "number" ? String(id) : null,
    properties: isObject(object["properties"]) ? object["properties"] : {},
    geometry: object["geometry"],
  };
}

const noCollection = (): FileFault =>
  new FileFault(
    "wrong-format",
    text(
      "Tệp là JSON nhưng không phải FeatureCollection của GeoJSON.",
      "The file is JSON but no GeoJSON feature collection.",
    ),
  );

const noFeatures = (): FileFault =>
  new FileFault("other", text("GeoJSON không có đối tượng nào.", "The GeoJSON holds no feature."));

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
