import { readFileSync } from "node:fs";
import type { ImportKind } from "@firecover/domain";
import { describe, expect, it } from "vitest";
import { importFile, importText, writeInput } from "./files.ts";
import { createMemorySink } from "./memory-sink.ts";
import { absence, hasSharedData, sharedData } from "./shared-data.ts";

const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.alloc(600, 7)]);
const page = "<!DOCTYPE html>\n<html><body>Not found</body></html>";
const geoJson = '{"type":"FeatureCollection","features":[]}';

describe("a file of the wrong sort", () => {
  it.each([
    ["osm", "a zip called .pbf", zip, "zip"],
    ["osm", "a web page", page, "web page"],
    ["osm", "an empty file", "", "empty"],
    ["osm", "GeoJSON", geoJson, "GeoJSON"],
    ["osm", "random bytes", Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 37) % 256)), "binary"],
    ["premises", "an Excel workbook", zip, "Excel"],
    ["premises", "an empty file", "", "empty"],
    ["premises", "a web page", page, "web page"],
    ["communes", "a table", "code,name\n1,A\n", "CSV"],
    ["population", "a GeoJSON cut in half", geoJson.slice(0, 25), "breaks off"],
    ["premises", "a GeoJSON without features", geoJson, "no feature"],
    ["communes", "JSON that is no GeoJSON", '{"a":1}', "no GeoJSON"],
  ] as [ImportKind, string, string | Uint8Array, string][])(
    "for %s, %s, is refused in one sentence that says so",
    async (kind, _, content, words) => {
      const { report, sink } = await importText(kind, content);
      expect(report.status).toBe("rejected");
      expect(report.layers).toEqual({});
      expect(report.issues).toHaveLength(1);
      expect(report.issues[0]!.severity).toBe("error");
      expect(report.issues[0]!.reason.en).toContain(words);
      expect(report.issues[0]!.reason.vi).not.toBe("");
      expect(sink.size).toBe(0);
    },
  );
});

describe.skipIf(!hasSharedData)(`OpenStreetMap files${absence}`, () => {
  it("that break off anywhere are refused whole", async () => {
    const bytes = readFileSync(sharedData("osm/north-bayreuth.osm.pbf"));
    for (const share of [0.0001, 0.01, 0.3, 0.6, 0.9999]) {
      const { report, sink } = await importText("osm", bytes.subarray(0, Math.ceil(bytes.length * share)));
      expect(report.status).toBe("rejected");
      expect(report.issues).toHaveLength(1);
      expect(report.issues[0]!.code).toBe("truncated");
      expect(sink.size).toBe(0);
    }
  });

  it("with damaged bytes are refused whole", async () => {
    const bytes = Buffer.from(readFileSync(sharedData("osm/hanoi-centre.osm.pbf")));
    bytes.fill(0xff, 100_000, 100_400);
    const { report, sink } = await importText("osm", bytes);
    expect(report.status).toBe("rejected");
    expect(report.issues[0]!.code).toBe("wrong-format");
    expect(sink.size).toBe(0);
  });

  it("bring everything once, and nothing new the second time", async () => {
    const path = sharedData("osm/north-bayreuth.osm.pbf");
    const { report, sink } = await importFile("osm", path);
    expect(report.layers).toMatchObject({
      "fire-stations": { read: 7, added: 7 },
      roads: { read: 2056, added: 2056, rejected: 0 },
      buildings: { read: 4269, added: 4267, rejected: 2 },
      "turn-restrictions": { read: 40, added: 38, rejected: 2 },
    });
    const rejected = Object.values(report.layers).reduce((sum, counts) => sum + counts.rejected, 0);
    expect(report.issues.filter(({ severity }) => severity === "error")).toHaveLength(rejected);
    const again = await importFile("osm", path, { sink });
    for (const counts of Object.values(again.report.layers)) {
      expect(counts).toMatchObject({ added: 0, changed: 0 });
    }
  });

  it("bring roads alone when asked for roads", async () => {
    const { sink } = await importFile("roads", sharedData("osm/north-bayreuth.osm.pbf"));
    expect(sink.records("roads")).toHaveLength(2056);
    expect(sink.records("buildings")).toHaveLength(0);
  });

  it("leave nothing in a dry run, and report the same", async () => {
    const path = sharedData("osm/hanoi-centre.osm.pbf");
    const dry = await importFile("osm", path, { isDryRun: true });
    const real = await importFile("osm", path);
    expect(dry.sink.size).toBe(0);
    expect(dry.report).toEqual({ ...real.report, isDryRun: true, seconds: dry.report.seconds });
  });

  it("leave nothing when cancelled, at whichever step", async () => {
    const path = sharedData("osm/north-bayreuth.osm.pbf");
    const phases = new Set<string>();
    await importFile("osm", path, { onProgress: ({ phase }) => phases.add(phase) });
    expect(phases.size).toBeGreaterThan(5);
    for (const stopAt of phases) {
      const controller = new AbortController();
      const { report, sink } = await importFile("osm", path, {
        signal: controller.signal,
        onProgress: ({ phase }) => phase === stopAt && controller.abort(),
      });
      // The last batch of the last layer is written before its progress is told: too late to cancel.
      if (report.status !== "cancelled") expect(stopAt).toBe([...phases].at(-1));
      else expect(sink.size).toBe(0);
    }
  });
});

describe("a long table", () => {
  const rowCount = 100_000;
  const path = () => {
    const rows = Array.from(
      { length: rowCount },
      (_, i) => `CS-${i},Nhà ${i},105.8,${i % 2 === 0 ? "21.0" : "x"}`,
    );
    return writeInput(`mã,tên,kinh độ,vĩ độ\n${rows.join("\n")}\n`);
  };
  const discarding = () => {
    const sink = createMemorySink();
    const sizes: number[] = [];
    return {
      sizes,
      sink: {
        ...sink,
        transaction: <T>(work: Parameters<typeof sink.transaction<T>>[0]) =>
          work({
            upsert: async (_, records) => {
              sizes.push(records.length);
              return { read: records.length, added: records.length, changed: 0, unchanged: 0, rejected: 0 };
            },
            setCommunePopulations: async () => {
              throw new Error("Premises set no totals.");
            },
            provinceBounds: async () => null,
            roadsMeeting: async () => [],
          }),
      },
    };
  };

  it("is written in batches, and its issues are capped while the rest is counted", async () => {
    const { sink, sizes } = discarding();
    const { report } = await importFile("premises", path(), { sink });
    expect(report.layers["premises"]).toMatchObject({
      read: rowCount,
      added: rowCount / 2,
      rejected: rowCount / 2,
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
    expect(report.issues).toHaveLength(10_000);
    expect(report.issuesLeftOut).toBe(rowCount / 2 - 10_000);
  });

  it("can be cancelled on the way", async () => {
    const { sink, sizes } = discarding();
    const controller = new AbortController();
    const { report } = await importFile("premises", path(), {
      sink,
      signal: controller.signal,
      onProgress: ({ done, total }) => done > (total ?? 0) / 2 && controller.abort(),
    });
    expect(report.status).toBe("cancelled");
    expect(report.layers).toEqual({});
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(rowCount / 2);
  });
});

describe("places", () => {
  it("are held against the province: swapped ones are found though both could be on Earth", async () => {
    const border = {
      type: "Polygon",
      coordinates: [
        [
          [11, 49],
          [12, 49],
          [12, 50.2],
          [11, 50.2],
          [11, 49],
        ],
      ],
    };
    const commune = { code: "00001", fullName: "Xã Thử", provinceCode: "01", population: 5000 };
    const { sink } = await importText(
      "communes",
      JSON.stringify({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: commune, geometry: border }],
      }),
    );
    const { report } = await importText("premises", "tên,lon,lat\nA,11.5,50\nB,50,11.5\nC,13,50\n", sink);
    expect(report.layers["premises"]).toMatchObject({ read: 3, added: 2, rejected: 1 });
    expect(report.issues.map(({ code, row, fix }) => [code, row, fix])).toEqual([
      ["swapped-lon-lat", 3, "11.5; 50"],
      ["outside-province", 4, null],
    ]);
  });
});

describe("a table with one faulty row", () => {
  const table = "id,name,category,lon,lat\nA,Chợ Một,market,105.1,21.1\nB,Chợ Hai,market,x,21.2\n";

  it("leaves the store as it was when the caller wants all or nothing", async () => {
    const { report, sink } = await importFile("premises", writeInput(table), { faultyRows: "reject-file" });
    expect(report.status).toBe("rejected");
    expect(report.layers["premises"]).toEqual({ read: 2, added: 0, changed: 0, unchanged: 0, rejected: 1 });
    expect(report.issues.map(({ row, field }) => [row, field])).toEqual([[3, "lon"]]);
    expect(sink.size).toBe(0);
  });

  it("brings the sound row otherwise", async () => {
    const { report, sink } = await importFile("premises", writeInput(table));
    expect(report.status).toBe("accepted-with-issues");
    expect(sink.size).toBe(1);
  });
});
