/** Vietnamese and English words for every enum value; a missing one is a type error. */
import type { CommuneKind } from "./commune.ts";
import type { Certainty, GapCause, Season, Verdict } from "./coverage.ts";
import type { FireStationKind, VehicleState } from "./fire-station.ts";
import type { ImportKind } from "./import-report.ts";
import type { LandCoverKind } from "./land-cover.ts";
import type { LayerName } from "./layer.ts";
import type { HazardClass, ManagementTier, PremisesCategory } from "./premises.ts";
import type { EngineAccess, RoadClass, RoadDirection } from "./road.ts";
import type { Basis } from "./standard.ts";
import type { VehicleClassId } from "./vehicle-class.ts";
import type { WaterSourceKind, WorkingState } from "./water-source.ts";

export type Language = "vi" | "en";
export interface Label {
  readonly vi: string;
  readonly en: string;
}
type Labels<Key extends string> = Readonly<Record<Key, Label>>;
export const label = (vi: string, en: string): Label => ({ vi, en });

export const communeKindLabels: Labels<CommuneKind> = {
  commune: label("Xã", "Commune"),
  ward: label("Phường", "Ward"),
  "special-zone": label("Đặc khu", "Special zone"),
};

export const premisesCategoryLabels: Labels<PremisesCategory> = {
  "high-rise": label("Nhà cao tầng", "High-rise"),
  apartment: label("Nhà chung cư", "Apartment building"),
  dormitory: label("Ký túc xá, nhà tập thể", "Dormitory"),
  "rooming-house": label("Nhà trọ", "Rooming house"),
  dwelling: label("Nhà ở riêng lẻ", "House"),
  "dwelling-production": label("Nhà ở kết hợp sản xuất", "Dwelling with production"),
  "dwelling-business": label("Nhà ở kết hợp kinh doanh", "Dwelling with business"),
  market: label("Chợ", "Market"),
  "trade-centre": label("Trung tâm thương mại", "Trade centre"),
  supermarket: label("Siêu thị", "Supermarket"),
  shop: label("Cửa hàng", "Shop"),
  restaurant: label("Nhà hàng, quán ăn", "Restaurant"),
  karaoke: label("Karaoke", "Karaoke"),
  bar: label("Quán bar", "Bar"),
  "dance-hall": label("Vũ trường", "Dance hall"),
  "cinema-theatre": label("Rạp chiếu phim, nhà hát", "Cinema or theatre"),
  hotel: label("Khách sạn", "Hotel"),
  "guest-house": label("Nhà nghỉ", "Guest house"),
  warehouse: label("Kho", "Warehouse"),
  factory: label("Nhà máy", "Factory"),
  workshop: label("Xưởng sản xuất", "Workshop"),
  "industrial-park": label("Khu, cụm công nghiệp", "Industrial park or cluster"),
  kindergarten: label("Nhà trẻ, mẫu giáo", "Kindergarten"),
  school: label("Trường học", "School"),
  university: label("Trường đại học, cao đẳng", "University or college"),
  hospital: label("Bệnh viện", "Hospital"),
  clinic: label("Phòng khám, trạm y tế", "Clinic"),
  "care-home": label("Cơ sở chăm sóc, dưỡng lão", "Care home"),
  office: label("Trụ sở, văn phòng", "Office"),
  "sports-hall": label("Nhà thi đấu, sân vận động", "Sports hall or stadium"),
  religious: label("Cơ sở tôn giáo, tín ngưỡng", "Place of worship"),
  "museum-library": label("Bảo tàng, thư viện, di tích", "Museum, library or monument"),
  "petrol-station": label("Cửa hàng xăng dầu", "Petrol station"),
  "gas-store": label("Kho, cửa hàng khí đốt", "Gas store"),
  "chemical-store": label("Kho hóa chất, vật liệu nổ", "Chemical or explosives store"),
  "power-station": label("Nhà máy điện, trạm biến áp", "Power station or substation"),
  "transport-station": label("Bến xe, nhà ga, cảng", "Bus, rail or port terminal"),
  "car-park": label("Nhà để xe, gara", "Car park"),
  "forest-edge": label("Khu dân cư giáp rừng", "Settlement at the forest edge"),
  other: label("Loại khác", "Other"),
};

export const managementTierLabels: Labels<ManagementTier> = {
  "annex-2-group-1": label("Phụ lục II, nhóm 1 (công an)", "Annex II, group 1 (police)"),
  "annex-2-group-2": label("Phụ lục II, nhóm 2 (công an)", "Annex II, group 2 (police)"),
  "annex-1-commune": label("Phụ lục I (UBND cấp xã)", "Annex I (commune committee)"),
  dwelling: label("Nhà ở (UBND cấp xã)", "Dwelling (commune committee)"),
  "dwelling-business": label("Nhà ở kết hợp (UBND cấp xã)", "Dwelling with business (commune committee)"),
  "out-of-scope": label("Ngoài diện quản lý", "Out of scope"),
};

export const hazardClassLabels: Labels<HazardClass> = {
  low: label("Thấp", "Low"),
  ordinary: label("Trung bình", "Ordinary"),
  high: label("Cao", "High"),
};

export const waterSourceKindLabels: Labels<WaterSourceKind> = {
  hydrant: label("Trụ nước", "Hydrant"),
  "hydrant-underground": label("Trụ ngầm", "Underground hydrant"),
  standpipe: label("Họng nước", "Standpipe"),
  tank: label("Bể nước", "Tank"),
  pond: label("Ao, hồ chữa cháy", "Fire pond"),
  "drafting-point": label("Bến lấy nước", "Drafting point"),
  "suction-pit": label("Hố lấy nước", "Suction pit"),
  "natural-candidate": label("Nguồn tự nhiên, chưa khảo sát", "Natural water, not surveyed"),
};

export const workingStateLabels: Labels<WorkingState> = {
  working: label("Dùng được", "Working"),
  broken: label("Hỏng", "Broken"),
  seasonal: label("Theo mùa", "Seasonal"),
  unknown: label("Chưa biết", "Unknown"),
};

export const fireStationKindLabels: Labels<FireStationKind> = {
  "area-team": label("Đội Chữa cháy và CNCH khu vực", "Area fire and rescue team"),
  "province-centre": label("Đội trung tâm của tỉnh", "Provincial centre"),
  "river-team": label("Đội trên sông", "River team"),
  "industrial-team": label("Đội chuyên ngành", "Specialised team"),
  post: label("Chốt, điểm thường trực", "Post"),
};

export const vehicleStateLabels: Labels<VehicleState> = {
  "in-service": label("Đang thường trực", "In service"),
  "under-repair": label("Đang sửa chữa", "Under repair"),
  retired: label("Đã thanh lý", "Retired"),
};

export const vehicleClassLabels: Labels<VehicleClassId> = {
  engine: label("Xe chữa cháy", "Fire engine"),
  "large-engine": label("Xe chữa cháy cỡ lớn", "Large fire engine"),
  aerial: label("Xe thang, xe nâng", "Aerial"),
  tanker: label("Xe téc nước", "Tanker"),
  "mini-engine": label("Xe chữa cháy mini", "Mini fire engine"),
  "motorbike-pump": label("Mô tô chở máy bơm", "Motorbike with pump"),
};

export const roadClassLabels: Labels<RoadClass> = {
  motorway: label("Cao tốc", "Motorway"),
  motorway_link: label("Nhánh cao tốc", "Motorway link"),
  trunk: label("Quốc lộ", "Trunk road"),
  trunk_link: label("Nhánh quốc lộ", "Trunk link"),
  primary: label("Đường chính", "Primary road"),
  primary_link: label("Nhánh đường chính", "Primary link"),
  secondary: label("Đường cấp hai", "Secondary road"),
  secondary_link: label("Nhánh đường cấp hai", "Secondary link"),
  tertiary: label("Đường cấp ba", "Tertiary road"),
  tertiary_link: label("Nhánh đường cấp ba", "Tertiary link"),
  unclassified: label("Đường liên thôn", "Unclassified road"),
  residential: label("Đường khu dân cư", "Residential street"),
  living_street: label("Đường nội bộ", "Living street"),
  service: label("Ngõ, đường phụ", "Service road"),
  road: label("Đường chưa phân loại", "Road of unknown class"),
  track: label("Đường mòn xe chạy", "Track"),
  pedestrian: label("Phố đi bộ", "Pedestrian street"),
  footway: label("Lối đi bộ", "Footway"),
  path: label("Đường mòn", "Path"),
  steps: label("Bậc thang", "Steps"),
  cycleway: label("Đường xe đạp", "Cycleway"),
};

export const roadDirectionLabels: Labels<RoadDirection> = {
  both: label("Hai chiều", "Both ways"),
  forward: label("Một chiều", "One-way"),
  backward: label("Một chiều ngược", "One-way, reversed"),
};

export const engineAccessLabels: Labels<EngineAccess> = {
  yes: label("Xe chữa cháy đi được", "Open to engines"),
  private: label("Đường riêng", "Private"),
  no: label("Cấm xe", "Closed to engines"),
};

export const gapCauseLabels: Labels<GapCause> = {
  time: label("Thời gian", "Time"),
  access: label("Đường vào", "Access"),
  water: label("Nguồn nước", "Water"),
  force: label("Lực lượng", "Force"),
};

export const verdictLabels: Labels<Verdict> = {
  met: label("Đạt", "Met"),
  "not-met": label("Không đạt", "Not met"),
  unknown: label("Chưa biết", "Unknown"),
};

export const seasonLabels: Labels<Season> = {
  dry: label("Mùa khô", "Dry season"),
  rainy: label("Mùa mưa", "Rainy season"),
};

export const certaintyLabels: Labels<Certainty> = {
  certain: label("Chắc chắn", "Certain"),
  possible: label("Có thể", "Possible"),
};

export const basisLabels: Labels<Basis> = {
  law: label("Quy định", "Law"),
  "planning-assumption": label("Giả định quy hoạch", "Planning assumption"),
};

export const landCoverKindLabels: Labels<LandCoverKind> = {
  water: label("Mặt nước", "Water"),
  waterway: label("Sông, suối, kênh", "River, stream or canal"),
  park: label("Công viên, cây xanh", "Park"),
  forest: label("Rừng", "Forest"),
};

export const importKindLabels: Labels<ImportKind> = {
  communes: label("Xã, phường", "Communes"),
  roads: label("Đường", "Roads"),
  osm: label("OpenStreetMap", "OpenStreetMap"),
  population: label("Dân số", "Population"),
  premises: label("Cơ sở", "Premises"),
  "water-sources": label("Nguồn nước", "Water sources"),
  "fire-stations": label("Đội chữa cháy", "Fire stations"),
  "candidate-sites": label("Vị trí đề xuất đặt trạm", "Candidate sites"),
  "exclusion-zones": label("Vùng không đặt trạm", "Exclusion zones"),
};

export const layerLabels: Labels<LayerName> = {
  premises: label("Cơ sở", "Premises"),
  "water-sources": label("Nguồn nước chữa cháy", "Water sources"),
  "fire-stations": label("Đội Chữa cháy và CNCH", "Fire stations"),
  roads: label("Đường", "Roads"),
  communes: label("Xã, phường", "Communes"),
  "density-cells": label("Ô dân số", "Population cells"),
  "coverage-gaps": label("Khoảng trống theo nguyên nhân", "Gaps by cause"),
  "land-cover": label("Mặt nước và cây xanh", "Water and green"),
};
