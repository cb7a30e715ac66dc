/** What a file is, told from its first bytes and never from its name. */
import { open } from "node:fs/promises";
import type { Label } from "@firecover/domain";
import { text } from "./issues.ts";

export type FileFormat =
  | "empty"
  | "osm-pbf"
  | "json"
  | "table"
  | "utf-16"
  | "html"
  | "xml"
  | "zip"
  | "gzip"
  | "pdf"
  | "image"
  | "sqlite"
  | "shapefile"
  | "old-excel"
  | "binary";

export const formatLabels: Readonly<Record<FileFormat, Label>> = {
  empty: text("tệp trống", "an empty file"),
  "osm-pbf": text("dữ liệu OpenStreetMap (.osm.pbf)", "OpenStreetMap data (.osm.pbf)"),
  json: text("GeoJSON", "GeoJSON"),
  table: text("bảng CSV", "a CSV table"),
  "utf-16": text("văn bản UTF-16 thiếu dấu đầu tệp (BOM)", "UTF-16 text without its byte order mark"),
  html: text("trang web (HTML)", "a web page (HTML)"),
  xml: text("tệp XML", "an XML file"),
  zip: text("tệp nén zip, hoặc bảng Excel .xlsx", "a zip archive or an Excel workbook (.xlsx)"),
  gzip: text("tệp nén gzip", "a gzip archive"),
  pdf: text("tệp PDF", "a PDF document"),
  image: text("tệp ảnh", "an image"),
  sqlite: text("cơ sở dữ liệu SQLite hoặc GeoPackage", "an SQLite database or GeoPackage"),
  shapefile: text("shapefile", "a shapefile"),
  "old-excel": text("bảng Excel .xls", "an old Excel workbook (.xls)"),
  binary: text("tệp nhị phân không rõ loại", "a binary file of unknown kind"),
};

const signatures: readonly [FileFormat, readonly number[]][] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["gzip", [0x1f, 0x8b]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["sqlite", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ["shapefile", [0x00, 0x00, 0x27, 0x0a]],
  ["old-excel", [0xd0, 0xcf, 0x11, 0xe0]],
];

export async function sniffFormat(path: string): Promise<FileFormat> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return formatOf(head.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function formatOf(head: Buffer): FileFormat {
  if (head.length === 0) return "empty";
  for (const [format, bytes] of signatures) {
    if (bytes.every((byte, i) => head[i] === byte)) return format;
  }
  // Length of the first blob header, then its first field: type, nine bytes, "OSMHeader".
  if (head.subarray(4, 15).equals(Buffer.from("\n\tOSMHeader", "latin1"))) return "osm-pbf";
  if (!isUtf16(head) && looksLikeUtf16(head)) return "utf-16";
  const start = new TextDecoder(encodingOf(head)).decode(head).trimStart();
  if (start === "") return "empty";
  if (/^(<!doctype html|<html)/i.test(start)) return "html";
  if (start.startsWith("<")) return "xml";
  if (start.startsWith("{") || start.startsWith("[")) return "json";
  if (isUtf16(head)) return "table";
  // A table may hold a stray NUL, which its reader names with the row; many control bytes are no text.
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return controls > head.length / 50 + 1 ? "binary" : "table";
}

export const encodingOf = (head: Buffer): "utf-8" | "utf-16le" | "utf-16be" =>
  isUtf16(head) ? (head[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";

/** Every other byte of Latin letters in UTF-16 is zero. */
function looksLikeUtf16(head: Buffer): boolean {
  const zeros: [number, number] = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  });
  const half = head.length / 2;
  return half >= 4 && Math.max(...zeros) > 0.6 * half && Math.min(...zeros) === 0;
}

/** Excel's "Unicode text". */
function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}
