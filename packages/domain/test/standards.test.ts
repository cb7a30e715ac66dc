import { describe, expect, it } from "vitest";
import { defaultStandard, Standard, standardPresets } from "../src/index.ts";

describe("standards", () => {
  it("offers QCVN first, then the three for reference", () => {
    expect(standardPresets.map((standard) => standard.id as string)).toEqual([
      "qcvn",
      "nfpa-1710",
      "china-152-2017",
      "iso-fsrs",
    ]);
    expect(standardPresets.every((standard) => Standard.safeParse(standard).success)).toBe(true);
  });

  // Values and clauses as read in QCVN 01:2021/BXD and QCVN 06:2022/BXD with Amendment 1:2023
  it("keeps the default's law apart from its planning assumptions", () => {
    expect(defaultStandard.radius).toEqual({
      value: { urbanCentreMetres: 3000, elsewhereMetres: 5000, distanceMode: "straight-line" },
      basis: "law",
      clause: "QCVN 01:2021/BXD §2.6.13",
    });
    expect(defaultStandard.waterRadiusEngineMetres).toMatchObject({ value: 200, basis: "law" });
    expect(defaultStandard.waterRadiusPortablePumpMetres).toMatchObject({ value: 150, basis: "law" });
    expect(defaultStandard.hydrantSpacingMetres).toEqual({
      value: 150,
      basis: "law",
      clause: "QCVN 01:2021/BXD §2.10.5",
    });
    // no Vietnamese text gives minutes, speeds or a hose reach
    for (const rule of [
      defaultStandard.firstEngineSeconds,
      defaultStandard.alarmHandlingSeconds,
      defaultStandard.turnoutSeconds,
      defaultStandard.hoseReachMetres,
      defaultStandard.force,
      defaultStandard.roadClassesAssumedWide,
      defaultStandard.hourlySpeedFactors,
      defaultStandard.rainySeasonSpeedFactor,
      defaultStandard.tankerShuttle,
    ])
      expect(rule.basis).toBe("planning-assumption");
  });

  it("names a clause for everything it calls law", () => {
    for (const standard of standardPresets)
      for (const [field, rule] of Object.entries(standard))
        if (typeof rule === "object" && rule !== null && "basis" in rule && rule.basis === "law")
          expect(rule.clause, `${standard.id}.${field}`).toMatch(/§\d/);
  });

  it("adds the parts of NFPA 1710 up to the first engine's time", () => {
    const nfpa = standardPresets[1]!;
    expect(nfpa.firstEngineSeconds.value).toBe(64 + 80 + 240);
  });
});
