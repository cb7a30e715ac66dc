import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CoverageRun, ImportReport } from "@firecover/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { firecover, temporaryFolder } from "../src/firecover.ts";

const shared = process.env["FIRECOVER_SHARED_DATA"] ?? join(import.meta.dirname, "../../../shared/data");
const fixtures = join(import.meta.dirname, "../fixtures");
// left out only where the real inputs are not beside the project
const isHere = existsSync(shared);

async function importFile(data: string, file: string, kind: string): Promise<ImportReport> {
  const report = join(data, "report.json");
  const { exitCode, stderr } = await firecover(
    "import",
    file,
    "--as",
    kind,
    "--data",
    data,
    "--report",
    report,
  );
  expect(exitCode, stderr).toBe(0);
  return ImportReport.parse(JSON.parse(readFileSync(report, "utf8")));
}

async function coverage(data: string): Promise<CoverageRun> {
  const { exitCode, stdout, stderr } = await firecover("coverage", "--data", data);
  expect(exitCode, stderr).toBe(0);
  return CoverageRun.parse(JSON.parse(stdout));
}

describe.skipIf(!isHere)("real Hà Nội", () => {
  const data = temporaryFolder();
  let run: CoverageRun;

  beforeAll(async () => {
    const communes = await importFile(data, join(shared, "admin/ha-noi.communes.geojson"), "communes");
    expect(communes.layers["communes"]).toMatchObject({ read: 126, added: 126, rejected: 0 });
    const roads = await importFile(data, join(shared, "osm/hanoi-centre.osm.pbf"), "osm");
    expect(roads.layers["roads"]).toMatchObject({ read: 5074 });
    await importFile(data, join(fixtures, "ha-noi/tram.csv"), "fire-stations");
    await importFile(data, join(fixtures, "ha-noi/co-so.csv"), "premises");
    await importFile(data, join(fixtures, "ha-noi/tru-nuoc.csv"), "water-sources");
    run = await coverage(data);
  }, 300_000);

  it("keeps the official number of residents to the person", () => {
    const { features } = JSON.parse(readFileSync(join(shared, "admin/ha-noi.communes.geojson"), "utf8"));
    const official = features.reduce(
      (sum: number, { properties }: { properties: { populationRaw: string } }) =>
        sum + Number(properties.populationRaw),
      0,
    );
    expect(run.indicators.people).toBe(official);
  });

  it("covers the centre that the roads reach, and says that the rest lies off them", () => {
    const share = (name: string) =>
      run.communes.find((commune) => commune.name.includes(name))?.peopleInTime?.possible;
    expect(share("Hoàn Kiếm")).toBeGreaterThan(0.5);
    expect(share("Ba Vì")).toBe(0);
    expect(run.issues.map(({ code }) => code)).toContain("cell-off-network");
  });

  it("marks the run as resting on invented stations", () => {
    expect(run.stamp.isSynthetic).toBe(true);
  });

  it("changes nothing when imported again", async () => {
    const { layers } = await importFile(data, join(shared, "osm/hanoi-centre.osm.pbf"), "osm");
    for (const counts of Object.values(layers)) expect(counts).toMatchObject({ added: 0, changed: 0 });
    expect((await coverage(data)).stamp).toEqual(run.stamp);
  }, 300_000);
});

describe.skipIf(!isHere)("real North Bayreuth", () => {
  const data = temporaryFolder();
  let report: ImportReport;
  let run: CoverageRun;

  beforeAll(async () => {
    await importFile(data, join(fixtures, "north-bayreuth/xa.geojson"), "communes");
    report = await importFile(data, join(shared, "osm/north-bayreuth.osm.pbf"), "osm");
    await importFile(data, join(fixtures, "north-bayreuth/co-so.csv"), "premises");
    run = await coverage(data);
  }, 300_000);

  // as `osmium tags-filter` counts them
  it("finds what osmium finds", () => {
    expect(report.layers["fire-stations"]).toMatchObject({ read: 7, added: 7 });
    expect(report.layers["buildings"]).toMatchObject({ read: 4269 });
    expect(report.layers["roads"]).toMatchObject({ read: 2056 });
    expect(report.layers["turn-restrictions"]).toMatchObject({ read: 40 });
    expect(report.layers["turning-places"]).toMatchObject({ read: 28, added: 28, rejected: 0 });
  });

  it("gives every person a response, most within half an hour", () => {
    expect(run.indicators.people).toBe(9000);
    expect(run.curve.possible.at(-1)).toBeGreaterThan(0.9);
    expect(run.indicators.peopleInTime!.certain).toBeLessThanOrEqual(run.indicators.peopleInTime!.possible);
  });

  it("counts water that nobody surveyed as possible only", () => {
    const { certain, possible } = run.indicators.premisesByCause.water;
    expect(possible).toBeLessThanOrEqual(certain);
  });
});
