/** What the server does while it starts, in words; the import of a layer is named by the layer. */
import { type Label, layerLabels } from "@firecover/domain";

const phases: Readonly<Record<string, Label>> = {
  ...layerLabels,
  "opening-database": { vi: "Đang mở cơ sở dữ liệu", en: "Opening the database" },
  open: { vi: "Đang mở cơ sở dữ liệu", en: "Opening the database" },
  unpack: { vi: "Đang giải nén cơ sở dữ liệu", en: "Unpacking the database" },
  migrate: { vi: "Đang nâng cấp cơ sở dữ liệu", en: "Upgrading the database" },
  connect: { vi: "Đang nối cơ sở dữ liệu", en: "Connecting to the database" },
  create: { vi: "Đang tạo cơ sở dữ liệu", en: "Creating the database" },
  "drawing-demo-province": { vi: "Đang dựng tỉnh minh họa", en: "Drawing the demo province" },
  buildings: { vi: "Nhà", en: "Buildings" },
  draw: { vi: "Đang dựng tỉnh minh họa", en: "Drawing the demo province" },
  "building-network": { vi: "Đang dựng mạng đường", en: "Building the road network" },
  "reading-registers": { vi: "Đang đọc sổ dữ liệu", en: "Reading the registers" },
  "spreading-population": { vi: "Đang phân bổ dân số", en: "Spreading the population" },
  "computing-coverage": { vi: "Đang tính vùng phủ", en: "Computing coverage" },
};
const other: Label = { vi: "Đang chuẩn bị", en: "Preparing" };

export const phaseName = (phase: string): Label => phases[phase] ?? other;
