import type { LandCover, Road } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { readOsm } from "../src/index.ts";
import { draftingCandidates } from "../src/osm/drafting-candidates.ts";
import { absence, hasSharedData, sharedData } from "./shared-data.ts";

const origin = { source: "test", dataDate: "2026-11-22", isSynthetic: true };
/** On the equator a thousandth of a degree is 111.2 m both ways. */
const road = (lat: number, options: Partial<Road> = {}): Road => ({
  id: 1 as Road["id"],
  name: null,
  roadClass: "residential",
  direction: "both",
  engineAccess: "yes",
  maxSpeedKph: null,
  widthMetres: null,
  maxHeightMetres: null,
  maxWeightTonnes: null,
  nodeIds: [1, 2],
  geometry: {
    type: "LineString",
    coordinates: [
      [0, lat],
      [0.01, lat],
    ],
  },
  ...origin,
  ...options,
});
const stream = (id = "osm-way-9"): LandCover => ({
  id,
  kind: "waterway",
  name: null,
  geometry: {
    type: "LineString",
    coordinates: [
      [0, 0],
      [0.01, 0],
    ],
  },
  ...origin,
});
const body = (cover: LandCover, tags: Record<string, string> = {}) => ({ cover, tags });

describe("drafting candidates", () => {
  it("stand where the shore is within 20 m of a road, and not at 25 m", () => {
    expect(draftingCandidates([body(stream())], [road(0.00013)], origin).length).toBeGreaterThan(0);
    expect(draftingCandidates([body(stream())], [road(0.00022)], origin)).toEqual([]);
  });
  it.each([
    ["a footway", { roadClass: "footway" as const }],
    ["a farm track", { roadClass: "track" as const }],
    ["a road closed to engines", { engineAccess: "no" as const }],
  ])("do not stand beside %s", (_, options) => {
    expect(draftingCandidates([body(stream())], [road(0.0001, options)], origin)).toEqual([]);
  });
  it.each([{ tunnel: "culvert" }, { waterway: "ditch" }, { water: "wastewater" }, { covered: "yes" }])(
    "do not stand at water with %o",
    (tags) => expect(draftingCandidates([body(stream(), tags)], [road(0.0001)], origin)).toEqual([]),
  );
  it("serve both banks where roads run on both", () => {
    const straight = {
      ...stream(),
      geometry: {
        type: "LineString" as const,
        coordinates: [
          [0, 0],
          [0.001, 0],
        ] as [number, number][],
      },
    };
    expect(draftingCandidates([body(straight)], [road(0.0001)], origin)).toHaveLength(1);
    expect(draftingCandidates([body(straight)], [road(0.0001), road(-0.0001)], origin)).toHaveLength(2);
  });
  it("are seasonal at a stream that runs dry", () => {
    const [candidate] = draftingCandidates([body(stream(), { intermittent: "yes" })], [road(0.0001)], origin);
    expect(candidate).toMatchObject({
      id: "osm-way-9",
      kind: "natural-candidate",
      state: "seasonal",
      liftMetres: null,
    });
  });
});

/** Metres from a point to a road, on the plane around the point. */
function metresToRoad([lon, lat]: [number, number], { geometry }: Road): number {
  const ky = 111_195.08;
  const kx = ky * Math.cos((lat * Math.PI) / 180);
  let least = Infinity;
  for (let i = 1; i < geometry.coordinates.length; i++) {
    const [x1, y1] = geometry.coordinates[i - 1]!.map((v, k) =>
      k === 0 ? (v - lon) * kx : (v - lat) * ky,
    ) as [number, number];
    const [x2, y2] = geometry.coordinates[i]!.map((v, k) => (k === 0 ? (v - lon) * kx : (v - lat) * ky)) as [
      number,
      number,
    ];
    const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const t = squared === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / squared));
    least = Math.min(least, Math.hypot(x1 + t * (x2 - x1), y1 + t * (y2 - y1)));
  }
  return least;
}

describe.skipIf(!hasSharedData)(`drafting candidates of North Bayreuth${absence}`, () => {
  it("all stand within 20 m of a road for trucks, and no lake that has such a road lacks one", async () => {
    const { waterSources, roads, landCover } = await readOsm(sharedData("osm/north-bayreuth.osm.pbf"));
    const candidates = waterSources.filter(({ kind }) => kind === "natural-candidate");
    const narrow = ["track", "pedestrian", "footway", "path", "steps", "cycleway"];
    const truckRoads = roads.filter((r) => !narrow.includes(r.roadClass) && r.engineAccess !== "no");
    for (const { location } of candidates) {
      expect(Math.min(...truckRoads.map((r) => metresToRoad(location, r)))).toBeLessThan(20.1);
    }
    const served = new Set(candidates.map(({ id }) => id.split("-").slice(0, 3).join("-")));
    const lakes = landCover.filter(({ kind }) => kind === "water");
    for (const { id, geometry } of lakes) {
      if (geometry.type !== "MultiPolygon") continue;
      const corners = geometry.coordinates.flat(2);
      const isNear = corners.some((corner) => truckRoads.some((r) => metresToRoad(corner, r) < 19.9));
      if (isNear) expect(served.has(id), id).toBe(true);
    }
  });
});
