import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { readOsm } from "../src/index.ts";
import { absence, hasSharedData, sharedData } from "./shared-data.ts";

/** Of Debian, not of npm. */
const osmium = "osmium";
const hasOsmium = spawnSync(osmium, ["--version"]).status === 0;

/** Objects that osmium's own filter finds. */
function osmiumCount(file: string, ...filters: string[]): number {
  const { stdout } = spawnSync(
    osmium,
    ["tags-filter", "-R", sharedData("osm", file), ...filters, "-f", "opl", "-o", "-"],
    { maxBuffer: 1 << 28, encoding: "utf8" },
  );
  return stdout.split("\n").filter(Boolean).length;
}

describe.skipIf(!hasSharedData)(`North Bayreuth${absence}`, async () => {
  const data = hasSharedData ? await readOsm(sharedData("osm/north-bayreuth.osm.pbf")) : null;

  it("holds the stations, hydrants, water, buildings and roads that its description counts", () => {
    expect(data!.counts).toMatchObject({
      fireStations: 7,
      taggedWaterSources: 20,
      waterFeatures: 374,
      buildings: 4269,
      highwayWays: 2056,
      restrictionRelations: 40,
    });
  });

  it.skipIf(!hasOsmium)("counts what osmium counts (skipped where osmium is not installed)", () => {
    const file = "north-bayreuth.osm.pbf";
    expect(data!.counts).toMatchObject({
      fireStations: osmiumCount(file, "nwr/amenity=fire_station"),
      taggedWaterSources: osmiumCount(file, "nwr/emergency=fire_hydrant"),
      waterFeatures: osmiumCount(file, "nwr/natural=water", "nwr/waterway"),
      buildings: osmiumCount(file, "nwr/building"),
      highwayWays: osmiumCount(file, "w/highway"),
      restrictionRelations: osmiumCount(file, "r/type=restriction"),
    });
  });

  it("keeps every building but two entrances, which have no footprint and are told", () => {
    expect(data!.buildings).toHaveLength(4267);
    const told = data!.issues.list().issues.filter(({ field }) => field === "building");
    expect(told.map(({ recordId, value }) => [recordId, value])).toEqual([
      ["osm-node-1365592748", "entrance"],
      ["osm-node-1365592907", "entrance"],
    ]);
  });

  it("tells of each object that is not kept", () => {
    const { counts, issues, landCover, buildings, refusedRestrictions, roads } = data!;
    const lost =
      counts.landCover - landCover.length + counts.buildings - buildings.length + refusedRestrictions;
    expect(counts.highwayWays - roads.length).toBe(0);
    expect(issues.errorCount).toBe(lost);
  });

  it("reads what mappers wrote on the hydrants", () => {
    const byId = new Map(data!.waterSources.map((source) => [source.id as string, source]));
    expect(byId.get("osm-node-347262743")).toMatchObject({
      kind: "hydrant-underground",
      pipeDiameterMm: 100,
      state: "unknown",
      flowLps: null,
    });
    expect(byId.get("osm-node-347262751")).toMatchObject({ kind: "hydrant", pipeDiameterMm: null });
    expect(byId.get("osm-node-347262757")).toMatchObject({ kind: "standpipe" });
    expect(byId.get("osm-node-2210319191")).toMatchObject({ kind: "pond", volumeM3: 50, pressureBar: null });
  });

  it("places a station that is drawn as an outline inside it", () => {
    const station = data!.fireStations.find(({ id }) => id === "osm-way-104118034")!;
    expect(station.name).toBe("FF Crottendorf");
    expect(station.location[0]).toBeCloseTo(11.6011, 4);
    expect(station.location[1]).toBeCloseTo(49.9946, 4);
  });

  it("offers natural water only where a road for trucks passes, and never twice under one id", () => {
    const candidates = data!.waterSources.filter(({ kind }) => kind === "natural-candidate");
    expect(candidates.length).toBeGreaterThan(0);
    expect(new Set(data!.waterSources.map(({ id }) => id)).size).toBe(data!.waterSources.length);
    expect(candidates.every(({ state }) => state === "unknown" || state === "seasonal")).toBe(true);
  });

  it("dates the records by the day of import where the extract has no timestamp", async () => {
    const { roads } = await readOsm(sharedData("osm/north-bayreuth.osm.pbf"), { today: "2026-11-22" });
    expect(roads[0]!.dataDate).toBe("2026-11-22");
  });
});

const turningPlaces = [
  ["hanoi-centre", 0],
  ["north-bayreuth", 28],
  ["porto", 137],
  ["reisterstown", 422],
] as const;

describe.skipIf(!hasSharedData)(`turning places${absence}`, () => {
  it.each(turningPlaces)("are read from %s: %i", async (city, count) => {
    const file = `${city}.osm.pbf`;
    const data = await readOsm(sharedData("osm", file), { roadsOnly: true });
    expect(data.turningPlaces).toHaveLength(count);
    expect(data.counts.turningPlaces).toBe(count);
    if (hasOsmium) expect(osmiumCount(file, "n/highway=turning_circle,turning_loop")).toBe(count);
    // none is lost on a way that is no road
    const onRoads = new Set(data.roads.flatMap(({ nodeIds }) => nodeIds));
    expect(data.turningPlaces.filter(({ nodeId }) => !onRoads.has(nodeId))).toEqual([]);
  });
});

describe.skipIf(!hasSharedData)(`other extracts${absence}`, () => {
  it("keeps all 5,074 ways of Hà Nội's centre", async () => {
    const { counts, roads, issues } = await readOsm(sharedData("osm/hanoi-centre.osm.pbf"));
    expect(counts).toMatchObject({ nodes: 19_619, ways: 5074, highwayWays: 5074 });
    expect(roads).toHaveLength(5074);
    expect(issues.count).toBe(0);
  });

  it("tells of every way of Porto that is no road, and dates the rest by the extract", async () => {
    const { counts, roads, issues, turnRestrictions, refusedRestrictions } = await readOsm(
      sharedData("osm/porto.osm.pbf"),
    );
    expect(counts).toMatchObject({ nodes: 347_944, ways: 51_458, relations: 357, highwayWays: 51_349 });
    const refusedWays = issues.list().issues.filter(({ severity, recordId, field }) => {
      return severity === "error" && recordId?.startsWith("osm-way") && field !== "building";
    });
    expect(roads.length + refusedWays.length).toBe(51_349);
    expect(turnRestrictions.length + refusedRestrictions).toBe(357);
    expect(roads[0]!.dataDate).toBe("2015-06-06");
  });

  it("reads Reisterstown, whose objects stand in no order, with a restriction by way", async () => {
    const { counts, turnRestrictions, roads } = await readOsm(sharedData("osm/reisterstown.osm.pbf"));
    expect(counts).toMatchObject({ nodes: 61_096, ways: 7105, relations: 36 });
    expect(turnRestrictions.some(({ viaRoadIds }) => viaRoadIds.length > 0)).toBe(true);
    // 40 mph
    expect(roads.some(({ maxSpeedKph }) => Math.abs((maxSpeedKph ?? 0) - 64.37376) < 1e-9)).toBe(true);
  });
});
