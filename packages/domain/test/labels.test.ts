import { describe, expect, it } from "vitest";
import * as domain from "../src/index.ts";

const exported: Readonly<Record<string, unknown>> = { ...domain };

const enums = {
  communeKindLabels: domain.CommuneKind,
  premisesCategoryLabels: domain.PremisesCategory,
  managementTierLabels: domain.ManagementTier,
  hazardClassLabels: domain.HazardClass,
  waterSourceKindLabels: domain.WaterSourceKind,
  workingStateLabels: domain.WorkingState,
  fireStationKindLabels: domain.FireStationKind,
  vehicleStateLabels: domain.VehicleState,
  vehicleClassLabels: domain.VehicleClassId,
  roadClassLabels: domain.RoadClass,
  roadDirectionLabels: domain.RoadDirection,
  engineAccessLabels: domain.EngineAccess,
  gapCauseLabels: domain.GapCause,
  verdictLabels: domain.Verdict,
  certaintyLabels: domain.Certainty,
  basisLabels: domain.Basis,
  landCoverKindLabels: domain.LandCoverKind,
  importKindLabels: domain.ImportKind,
  layerLabels: domain.LayerName,
  candidateSiteKindLabels: domain.CandidateSiteKind,
  exclusionZoneKindLabels: domain.ExclusionZoneKind,
  siteConditionLabels: domain.SiteConditionName,
} as const;

describe("labels", () => {
  it.each(Object.entries(enums))("%s names every value once in both languages, in NFC", (name, schema) => {
    const labels = exported[name] as Record<string, domain.Label>;
    expect(Object.keys(labels).sort()).toEqual([...schema.options].sort());
    for (const language of ["vi", "en"] as const) {
      const words = Object.values(labels).map((label) => label[language]);
      expect(new Set(words).size, `${name} ${language} repeats a word`).toBe(words.length);
      expect(words).toEqual(words.map((word) => word.normalize("NFC")));
      expect(words.every((word) => word.trim() === word && word.length > 0)).toBe(true);
    }
  });

  it("covers the kinds of premises that the plans name", () => {
    const named = [
      "Nhà cao tầng",
      "Nhà chung cư",
      "Chợ",
      "Trung tâm thương mại",
      "Nhà ở kết hợp sản xuất",
      "Nhà ở kết hợp kinh doanh",
      "Karaoke",
      "Quán bar",
      "Vũ trường",
      "Kho",
      "Nhà máy",
      "Trường học",
      "Bệnh viện",
      "Khách sạn",
      "Cửa hàng xăng dầu",
      "Khu dân cư giáp rừng",
    ];
    const offered = Object.values(domain.premisesCategoryLabels).map((label) => label.vi);
    expect(offered).toEqual(expect.arrayContaining(named));
  });
});
