import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repairPolygons } from "../src/geometry/repair.ts";
import {
  multiPolygonAreaM2,
  nestRings,
  type Ring,
  ringCentroid,
  signedRingAreaM2,
} from "../src/geometry/rings.ts";
import { polygonFault } from "../src/geometry/validity.ts";
import { createIssueList } from "../src/issues.ts";
import { assembleRings } from "../src/osm/assemble-rings.ts";
import { readBuilding } from "../src/osm/buildings.ts";
import type { OsmRelation, OsmWay } from "../src/osm/elements.ts";
import { createNodeStore } from "../src/osm/node-store.ts";
import { createShapes, holesOfOldStyle } from "../src/osm/shapes.ts";

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const origin = { source: "test", dataDate: "2026-11-22", isSynthetic: true };

describe("area on the sphere", () => {
  it("is R² Δλ (sin φ₂ − sin φ₁) for a box between two parallels, within the trapezium rule's error", () => {
    const ring = box(105, 21, 105.001, 21.001);
    const rad = Math.PI / 180;
    const exact = 6_371_008.8 ** 2 * 0.001 * rad * (Math.sin(21.001 * rad) - Math.sin(21 * rad));
    expect(Math.abs(signedRingAreaM2(ring)) / exact).toBeCloseTo(1, 5);
  });
  it("takes holes off", () => {
    const whole = multiPolygonAreaM2([[box(0, 0, 4, 4)]]);
    const holed = multiPolygonAreaM2([[box(0, 0, 4, 4), box(1, 1, 2, 2)]]);
    expect(holed).toBeCloseTo(whole - multiPolygonAreaM2([[box(1, 1, 2, 2)]]), 3);
  });
  it("puts the centroid of a box in its middle", () => {
    expect(ringCentroid(box(105, 21, 105.002, 21.004))).toEqual([105.001, 21.002]);
  });
});

describe("rings from loose ways", () => {
  it("finds each ring again, however it was cut, turned round and shuffled", () => {
    const rings = fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rings, fc.infiniteStream(fc.nat()), (sizes, random) => {
        const next = () => random.next().value as number;
        const ways: number[][] = [];
        let first = 1;
        for (const size of sizes) {
          const nodes = Array.from({ length: size }, (_, i) => first + i);
          first += size;
          const closed = [...nodes, nodes[0]!];
          for (let at = 0; at < size; ) {
            const end = Math.min(size, at + 1 + (next() % size));
            const piece = closed.slice(at, end + 1);
            ways.push(next() % 2 === 0 ? piece : piece.reverse());
            at = end;
          }
        }
        const shuffled = ways.map((way) => ({ way, key: next() })).sort((a, b) => a.key - b.key);
        const found = assembleRings(shuffled.map(({ way }) => way));
        expect(found.openWayCount).toBe(0);
        expect(found.rings.map((ring) => ring.length - 1).sort()).toEqual([...sizes].sort());
        for (const ring of found.rings) {
          expect(ring[0]).toBe(ring.at(-1));
          expect(new Set(ring).size).toBe(ring.length - 1);
        }
      }),
    );
  });
  it("keeps two rings apart that touch at a node where ways end", () => {
    const { rings, openWayCount } = assembleRings([
      [1, 2, 3],
      [3, 4, 5],
      [5, 6, 3],
      [3, 7, 1],
    ]);
    expect(openWayCount).toBe(0);
    expect(rings.map((ring) => ring.length)).toEqual([4 + 1, 4 + 1]);
  });
  it("counts the ways that never close", () => {
    expect(
      assembleRings([
        [1, 2],
        [2, 3],
        [4, 5, 6, 4],
      ]),
    ).toMatchObject({
      rings: [[4, 5, 6, 4]],
      openWayCount: 2,
    });
  });
  it("nests an island in a lake in an island", () => {
    const polygons = nestRings([box(3, 3, 4, 4), box(0, 0, 9, 9), box(1, 1, 8, 8), box(2, 2, 5, 5)]);
    expect(polygons.map((polygon) => polygon.length)).toEqual([2, 2]);
    expect(multiPolygonAreaM2(polygons)).toBeGreaterThan(0);
  });
});

describe("validity", () => {
  it.each([
    ["a box", [[box(0, 0, 2, 2)]], null],
    ["a box with a hole", [[box(0, 0, 4, 4), box(1, 1, 2, 2)]], null],
    ["two boxes apart", [[box(0, 0, 1, 1)], [box(2, 2, 3, 3)]], null],
    ["two boxes that touch in a corner", [[box(0, 0, 1, 1)], [box(1, 1, 2, 2)]], null],
    [
      "a hole that touches the outline once",
      [
        [
          box(0, 0, 4, 4),
          [
            [0, 0],
            [2, 1],
            [1, 2],
            [0, 0],
          ],
        ],
      ],
      null,
    ],
    [
      "a bow-tie",
      [
        [
          [
            [0, 0],
            [2, 2],
            [2, 0],
            [0, 2],
            [0, 0],
          ],
        ],
      ],
      "self-crossing",
    ],
    [
      "a spike",
      [
        [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [3, 3],
            [2, 2],
            [0, 2],
            [0, 0],
          ],
        ],
      ],
      "self-crossing",
    ],
    ["two boxes that overlap", [[box(0, 0, 2, 2)], [box(1, 1, 3, 3)]], "self-crossing"],
    ["a box inside a box", [[box(0, 0, 4, 4)], [box(1, 1, 2, 2)]], "wrong-nesting"],
    ["a hole outside", [[box(0, 0, 1, 1), box(2, 2, 3, 3)]], "wrong-nesting"],
    [
      "a line there and back",
      [
        [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
      "too-short",
    ],
  ] as [string, Ring[][], string | null][])("of %s", (_, polygons, fault) => {
    expect(polygonFault(polygons)).toBe(fault);
  });
  it("repairs a bow-tie into its two triangles", () => {
    const bowTie: Ring = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    const repaired = repairPolygons([[bowTie]])!;
    expect(repaired.fault).toBe("self-crossing");
    expect(repaired.polygons).toHaveLength(2);
    const quarters = multiPolygonAreaM2([[box(0, 0, 2, 2)]]) / 2;
    expect(multiPolygonAreaM2(repaired.polygons) / quarters).toBeCloseTo(1, 3);
  });
  it("gives up on a line without surface", () => {
    expect(
      repairPolygons([
        [
          [
            [0, 0],
            [1, 1],
            [2, 2],
            [0, 0],
          ],
        ],
      ]),
    ).toBeNull();
  });
  it("leaves nothing faulty behind, whatever ring comes in", () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (corners) => {
        const ring = [...corners, corners[0]!].map(([x, y]): [number, number] => [
          105 + x / 1000,
          21 + y / 1000,
        ]);
        const repaired = repairPolygons([[ring]]);
        if (repaired) expect(polygonFault(repaired.polygons)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe("buildings", () => {
  const nodes = createNodeStore();
  const place = (id: number, x: number, y: number) => nodes.add(id, 105 + x * 1e-4, 21 + y * 1e-4);
  [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ].forEach(([x, y], i) => {
    place(i + 1, x!, y!);
  });
  [
    [1, 1],
    [2, 1],
    [2, 2],
    [1, 2],
  ].forEach(([x, y], i) => {
    place(i + 11, x!, y!);
  });
  const outer: OsmWay = { type: "way", id: 1, refs: [1, 2, 3, 4, 1] };
  const inner: OsmWay = { type: "way", id: 2, refs: [11, 12, 13, 14, 11] };
  const refs = new Map([outer, inner].map(({ id, refs }) => [id, refs]));
  const members = [
    { type: "way" as const, ref: 1, role: "outer" },
    { type: "way" as const, ref: 2, role: "inner" },
  ];
  const full = Math.round(multiPolygonAreaM2([[box(105, 21, 105.0004, 21.0004)]]) * 100) / 100;
  const court = multiPolygonAreaM2([[box(105.0001, 21.0001, 105.0002, 21.0002)]]);

  it("takes the courtyard off a relation's footprint, and does not count its outline again", () => {
    const shapes = createShapes(nodes, refs, new Map());
    const relation: OsmRelation = { type: "relation", id: 5, members, tags: { building: "apartments" } };
    const issues = createIssueList();
    const building = readBuilding(relation, shapes, new Set([1]), origin, issues)!;
    expect(building).toMatchObject({ id: -5, isResidential: true, levels: null });
    expect(building.footprintM2).toBeCloseTo(full - court, 1);
    const outline = { ...outer, tags: { building: "yes" } };
    expect(readBuilding(outline, shapes, new Set([1]), origin, issues)).toBeNull();
    expect(issues.list().issues).toMatchObject([{ code: "duplicate-id", recordId: "osm-way-1" }]);
  });
  it("takes the courtyard off an outline whose relation carries no tags", () => {
    const holes = holesOfOldStyle([{ type: "relation", id: 6, members, tags: { type: "multipolygon" } }]);
    const shapes = createShapes(nodes, refs, holes);
    const way = { ...outer, tags: { building: "yes", "building:levels": "2,5" } };
    const building = readBuilding(way, shapes, new Set(), origin, createIssueList())!;
    expect(building).toMatchObject({ id: 1, isResidential: null, levels: 2.5 });
    expect(building.footprintM2).toBeCloseTo(full - court, 1);
  });
});
