/** Vietnamese and English words for what choosing sites speaks of. */
import { type Label, label } from "../labels.ts";
import type { CandidateSiteKind, ExclusionZoneKind } from "./candidate-site.ts";
import type { SiteConditionName } from "./site-rules.ts";

type Labels<Key extends string> = Readonly<Record<Key, Label>>;

export const candidateSiteKindLabels: Labels<CandidateSiteKind> = {
  plot: label("Thửa đất", "Plot"),
  generated: label("Vị trí dọc đường", "Place along a road"),
};

export const exclusionZoneKindLabels: Labels<ExclusionZoneKind> = {
  flood: label("Vùng ngập", "Flood zone"),
  forbidden: label("Vùng cấm xây dựng", "Land kept free of building"),
};

export const siteConditionLabels: Labels<SiteConditionName> = {
  "plot-area": label("Diện tích", "Plot area"),
  "road-width": label("Đường tiếp giáp", "Adjoining road"),
  "crowded-exit": label("Cách nơi tập trung đông người", "Distance from crowded places"),
  "flood-zone": label("Ngoài vùng ngập", "Outside flood zones"),
  "forbidden-zone": label("Ngoài vùng cấm xây dựng", "Outside land kept free of building"),
  slope: label("Độ dốc", "Slope"),
  "road-access": label("Xe chữa cháy vào được", "Engines can get in"),
};
