/** Which formats bring which kind of data; a file of another sort is told by what it looks like. */
import { type ImportKind, importKindLabels } from "@firecover/domain";
import { FileFault } from "../file-fault.ts";
import { text } from "../issues.ts";
import { type FileFormat, formatLabels } from "../sniff.ts";

const accepted: Readonly<Record<ImportKind, readonly FileFormat[]>> = {
  osm: ["osm-pbf"],
  roads: ["json", "table", "osm-pbf"],
  communes: ["json"],
  population: ["table", "json"],
  premises: ["table", "json"],
  "water-sources": ["table", "json"],
  "fire-stations": ["table", "json"],
  "candidate-sites": ["table", "json"],
  "exclusion-zones": ["json", "table"],
};

export function checkFormat(kind: ImportKind, format: FileFormat): void {
  const formats = accepted[kind];
  if (formats.includes(format)) return;
  const wanted = { vi: formats.map((f) => formatLabels[f].vi), en: formats.map((f) => formatLabels[f].en) };
  const label = importKindLabels[kind];
  throw new FileFault(
    "wrong-format",
    text(
      `Đây là ${formatLabels[format].vi}; để nhập “${label.vi}” cần ${wanted.vi.join(" hoặc ")}.`,
      `This is ${formatLabels[format].en}; to import “${label.en}” give ${wanted.en.join(" or ")}.`,
    ),
    { suggestion: suggestionFor(format) },
  );
}

function suggestionFor(format: FileFormat) {
  if (format === "osm-pbf") {
    return text("Nhập với loại OpenStreetMap (osm).", "Import it as OpenStreetMap (osm).");
  }
  if (format === "zip") {
    return text(
      "Giải nén, hoặc lưu bảng thành “CSV UTF-8”.",
      "Unpack it, or save the workbook as “CSV UTF-8”.",
    );
  }
  if (format === "utf-16") return text("Lưu lại dưới dạng “CSV UTF-8”.", "Save it again as “CSV UTF-8”.");
  if (format === "gzip") return text("Giải nén trước.", "Unpack it first.");
  if (format === "html") {
    return text(
      "Tải lại: trang web báo lỗi đã được lưu thay cho tệp.",
      "Download it again: a web page was saved instead of the file.",
    );
  }
  return null;
}
