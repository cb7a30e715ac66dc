/** Scenarios by name and as files, runs and analyses with them: one data folder through all of it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { firecover, scratchFolder } from "./run.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = scratchFolder();
const data = ["--data", join(folder, "data")];
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const about = {
  year: null,
  costMillionDong: 100,
  fundingSource: null,
  responsibleBody: null,
  state: "proposed",
  note: null,
};
const close = { ...about, id: "1", kind: "closeStation", stationId: "" };
const json = (text: string) => JSON.parse(text);

beforeAll(async () => {
  const { code } = await firecover(["demo", ...data, "--no-coverage"]);
  expect(code).toBe(0);
  const baseline = await firecover(["coverage", ...data, "--what", "premises", "--format", "json"]);
  const rows = json(baseline.stdout) as { station_certain: string | null }[];
  close.stationId = rows.find(({ station_certain }) => station_certain)!.station_certain!;
});

describe("scenarios", () => {
  it("come in from a file, go out into one, and are listed and shown", async () => {
    const scenario = { name: "Bỏ một đội", note: "thử", changes: [close] };
    const imported = await firecover(["scenario", "import", file("a.json", scenario), ...data]);
    expect(imported.code).toBe(0);
    expect(imported.stderr).toContain("Bỏ một đội: 1 thay đổi");
    const listed = await firecover(["scenario", "list", ...data]);
    expect(json(listed.stdout)).toMatchObject([scenario]);
    const out = join(folder, "out.json");
    const exported = await firecover(["scenario", "export", "bỏ một ĐỘI", out, ...data]);
    expect([exported.code, exported.stdout]).toEqual([0, ""]);
    expect(json(readFileSync(out, "utf8"))).toEqual(scenario);
  });

  it.each([
    { what: "no JSON", content: "{", says: "không phải JSON" },
    { what: "no changes", content: { name: "x" }, says: "changes:" },
    {
      what: "a change of no kind",
      content: { name: "x", changes: [{ ...about, id: "1", kind: "fly" }] },
      says: "changes.0.kind:",
    },
    {
      what: "a station that is not there",
      content: { name: "x", changes: [{ ...close, stationId: "nobody" }] },
      says: "changes.0.stationId: không có đội chữa cháy mang mã nobody",
    },
  ])("are refused with every fault: $what", async ({ content, says }) => {
    const { code, stdout, stderr } = await firecover([
      "scenario",
      "import",
      file("bad.json", content),
      ...data,
    ]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("    at ");
  });

  it("that are not there are wrong usage, with the names of those that are", async () => {
    const { code, stdout, stderr } = await firecover(["coverage", "--scenario", "Không có", ...data]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("known: Bỏ một đội");
  });

  it("change the cover as the same changes from a file do, and leave the baseline's as it is", async () => {
    const coverage = async (...more: string[]) => {
      const { code, stdout } = await firecover(["coverage", ...data, ...more]);
      expect(code).toBe(0);
      return json(stdout);
    };
    const named = await coverage("--scenario", "Bỏ một đội");
    expect(named.scenario).toMatchObject({ name: "Bỏ một đội", changeCount: 1 });
    const tried = await coverage("--changes", file("changes.json", [close]));
    expect(tried.scenario).toMatchObject({ id: null, changeCount: 1 });
    expect([tried.stamp.hash, tried.indicators]).toEqual([named.stamp.hash, named.indicators]);
    const baseline = await coverage();
    expect(baseline.scenario).toBeNull();
    expect(named.indicators.peopleInTime.certain).toBeLessThan(baseline.indicators.peopleInTime.certain);
  });

  it("go with their results", async () => {
    expect((await firecover(["scenario", "delete", "Bỏ một đội", ...data])).code).toBe(0);
    const { code, stderr } = await firecover(["scenario", "show", "Bỏ một đội", ...data]);
    expect([code, stderr.includes("known: —")]).toEqual([2, true]);
  });
});

describe("analyses", () => {
  it("go to stdout as JSON and into a file as CSV, of the baseline or with changes", async () => {
    const args = ["analyse", "engines-within", "--minutes", "9", ...data];
    const baseline = json((await firecover(args)).stdout);
    expect(baseline).toMatchObject({ minutes: 9, total: { people: 400_000 } });
    const changes = file("changes.json", { changes: [close] });
    const out = join(folder, "engines.csv");
    const { code, stdout } = await firecover([...args, "--changes", changes, "--out", out]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const lines = readFileSync(out, "utf8").trimEnd().split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFF"Mã xã, phường",/);
    expect(lines).toHaveLength(1 + 40 + 1);
    const total = lines.at(-1)!.split(",");
    expect(total.slice(1, 3)).toEqual(["Toàn tỉnh", "400000"]);
    expect(Number(total[3])).toBeLessThan(baseline.total.peopleByEngines[0].certain);
  });

  it.each([
    { args: ["analyse", "everything"], says: "known: deep-alleys" },
    { args: ["analyse", "engines-within", "--minutes", "-3"], says: "minutes" },
    { args: ["analyse", "speed-interval", "--limit", "3"], says: "limit" },
    { args: ["analyse", "isochrones", "--format", "csv"], says: "chỉ có JSON" },
    { args: ["coverage", "--scenario", "a", "--changes", "b.json"], says: "cannot be used with" },
  ])("$args is wrong usage", async ({ args, says }) => {
    const { code, stdout, stderr } = await firecover([...args, ...data]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
  });
});

describe("siting", () => {
  const siting = (...more: string[]) => firecover(["siting", "--no-trials", ...data, ...more]);

  it("gives the whole run as JSON, its chosen sites as CSV, and the same answer again", async () => {
    const args = ["--count", "2", "--minutes", "10"];
    const { code, stdout, stderr } = await siting(...args);
    expect(code).toBe(0);
    expect(stderr).toContain("tối ưu, đã chứng minh");
    const run = json(stdout);
    expect(run).toMatchObject({ state: "done", status: "optimal", question: { newStationCount: 2 } });
    const { best, today } = run.answer;
    expect(best.siteIds).toHaveLength(2);
    expect(best.coveredWeight).toBeGreaterThan(today.coveredWeight);

    const out = join(folder, "vi-tri.csv");
    expect((await siting(...args, "--out", out)).code).toBe(0);
    const [head, ...rows] = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(head).toBe("site,name,lon,lat,commune,year,alone,last,kept_share");
    expect(rows.map((row) => row.split(",")[0])).toEqual(best.siteIds);
  });

  it("names every id that is not there, and what was asked wrongly", async () => {
    const { code, stdout, stderr } = await siting("--count", "1", "--require", "X", "--release", "Y,Z");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    for (const [option, id] of [
      ["--release", "Y"],
      ["--release", "Z"],
      ["--require", "X"],
    ])
      expect(stderr).toMatch(new RegExp(`${option}: .* mã ${id} `));
    for (const wrong of [
      ["--count", "x"],
      ["--minutes", "0"],
      ["--aim", "best"],
      ["--changes", "a.json"],
    ])
      expect((await siting(...wrong)).code).toBe(2);
  });
});
