/** Lines that no database can hold are left out one by one: they once took the whole file with them. */
import { describe, expect, it } from "vitest";
import { createIssueList } from "../src/issues.ts";
import type { OsmWay } from "../src/osm/elements.ts";
import { readLandCover } from "../src/osm/land-cover.ts";
import { createNodeStore } from "../src/osm/node-store.ts";
import { readRoad } from "../src/osm/roads.ts";
import { createShapes } from "../src/osm/shapes.ts";
import { importText } from "./files.ts";

const origin = { source: "test", dataDate: "2026-11-22", isSynthetic: true };
const street = (coordinates: unknown) => ({
  type: "Feature",
  properties: { highway: "residential" },
  geometry: { type: "LineString", coordinates },
});
const collection = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

describe("a line whose points all stand at one place", () => {
  const nodes = createNodeStore();
  for (const id of [1, 2, 3]) nodes.add(id, 105.8, 21.03);
  nodes.add(4, 105.801, 21.03);
  const way = (refs: number[], tags: Record<string, string>): OsmWay => ({ type: "way", id: 9, refs, tags });

  it("is no road of OpenStreetMap, though its nodes differ", () => {
    const issues = createIssueList();
    expect(readRoad(way([1, 2, 3], { highway: "service" }), nodes, origin, issues)).toBeNull();
    expect(issues.list().issues).toMatchObject([
      { code: "invalid-geometry", severity: "error", recordId: "osm-way-9" },
    ]);
    const drawn = readRoad(way([1, 2, 4], { highway: "service" }), nodes, origin, issues);
    expect(drawn?.nodeIds).toEqual([1, 2, 4]);
  });

  it("is no stream of OpenStreetMap", () => {
    const issues = createIssueList();
    const shapes = createShapes(nodes, new Map(), new Map());
    expect(readLandCover(way([1, 2], { waterway: "stream" }), shapes, origin, issues)).toBeNull();
    expect(issues.list().issues).toMatchObject([{ code: "invalid-geometry", recordId: "osm-way-9" }]);
  });

  it("rejects its row of a GeoJSON and no other", async () => {
    const text = collection(
      street([
        [105, 21],
        [105, 21],
      ]),
      street([
        [105, 21],
        [105.01, 21],
      ]),
    );
    const { report, sink } = await importText("roads", text);
    expect(report.layers["roads"]).toMatchObject({ read: 2, added: 1, rejected: 1 });
    expect(report.issues).toMatchObject([{ code: "invalid-geometry", row: 1 }]);
    expect(sink.records("roads")).toHaveLength(1);
  });
});

describe("a road of 20,000 corners", () => {
  it("comes in whole", async () => {
    const corners = Array.from({ length: 20_000 }, (_, i) => [105 + i * 1e-5, 21 + (i % 2) * 1e-5]);
    const { sink } = await importText("roads", collection(street(corners)));
    expect(sink.records("roads")[0]?.nodeIds).toHaveLength(20_000);
  });
});
