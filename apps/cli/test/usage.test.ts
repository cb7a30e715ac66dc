/** Asking for help, and asking wrongly. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeLines } from "../src/write-lines.ts";
import { firecover, scratchFolder } from "./run.ts";

const commands = ["serve", "import", "coverage", "travel-times", "site", "siting", "demo"];
const scenarioCommands = ["list", "show", "export", "import", "delete"];

describe("help", () => {
  it.each([
    ...commands.map((command) => [command]),
    ["analyse"],
    ["scenario"],
    ...scenarioCommands.map((command) => ["scenario", command]),
  ])("of %s %s speaks Vietnamese and English and shows an example", async (...command) => {
    const { code, stdout, stderr } = await firecover([...command, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/Ví dụ · examples?:\n {2}firecover/);
    expect(stdout).toContain("hướng dẫn · show help");
  });

  it("lists every command and the exit codes", async () => {
    const { code, stdout } = await firecover(["--help"]);
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toContain(`  ${command} [options]`);
    expect(stdout).toContain("2 dùng sai · wrong usage");
  });

  it("gives the version", async () => {
    expect(await firecover(["--version"])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  });
});

describe("wrong usage exits with 2 and says what is missing", () => {
  it.each([
    { args: ["fly"], says: "unknown command 'fly'" },
    { args: ["serve", "--port", "many"], says: "cần số từ 0 đến 65535" },
    { args: ["serve", "--host", "0.0.0.0"], says: "chỉ 127.0.0.1" },
    { args: ["serve", "--prot", "1"], says: "unknown option '--prot'" },
    { args: ["import", "--as", "osm"], says: "missing required argument 'file'" },
    { args: ["siting", "--count", "-2"], says: "--count: nhỏ nhất là 0 · at least 0" },
    { args: ["siting", "--count", "2.5"], says: "--count: cần số nguyên · expected a whole number" },
    { args: ["siting", "--years", "2026=a lot"], says: "--years: cần một số · expected a number" },
    { args: ["import", "a.csv"], says: "'--as <kind>' not specified" },
    { args: ["import", "a.csv", "--as", "houses"], says: "Allowed choices are communes" },
    { args: ["import", "a.csv", "--as", "premises", "--data-date", "31/02/2026"], says: "cần ngày dạng" },
    {
      args: ["import", "a.csv", "--as", "premises", "--data", "x", "--database-url", "postgres://y"],
      says: "chọn --data hoặc --database-url",
    },
    { args: ["scenario", "fly"], says: "unknown command 'fly'" },
    { args: ["scenario", "show"], says: "missing required argument 'name'" },
    { args: ["coverage", "--speed-factor", "3"], says: "cần số từ 0.2 đến 2" },
    { args: ["coverage", "--what", "indicators", "--format", "csv"], says: "indicators are JSON" },
    { args: ["travel-times", "--roads", "a", "--from", "b"], says: "'--to <b.csv>' not specified" },
    {
      args: ["travel-times", "--roads", "a", "--from", "b", "--to", "c", "--vehicle", "tank"],
      says: "Allowed choices are engine",
    },
    {
      args: ["travel-times", "--roads", "a", "--from", "b", "--to", "c", "--max-seconds", "-1"],
      says: "cần số dương",
    },
  ])("$args", async ({ args, says }) => {
    const { code, stdout, stderr } = await firecover(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Dùng sai · wrong usage");
    expect(stderr).toContain(says);
  });
});

describe("files and folders that cannot be used end in one sentence, before any work", () => {
  const folder = scratchFolder();
  const good = join(folder, "good.csv");
  writeFileSync(good, "id,name,category,lon,lat\nP-1,Chợ,Chợ,105.85,21.03\n");
  const data = join(folder, "data");
  const asPremises = ["--as", "premises", "--data", data];

  it.each([
    { what: "a folder as file", args: ["import", folder, ...asPremises], says: "là thư mục, cần một tệp" },
    { what: "no such file", args: ["import", join(folder, "no.csv"), ...asPremises], says: "không có" },
    {
      what: "a file as data folder",
      args: ["import", good, "--as", "premises", "--data", good],
      says: "cần một thư mục",
    },
    {
      what: "a report nowhere",
      args: ["import", good, ...asPremises, "--report", join(folder, "no/report.json")],
      says: "không ghi được tệp",
    },
    {
      what: "a report over a folder",
      args: ["import", good, ...asPremises, "--report", folder],
      says: "là thư mục",
    },
    {
      what: "a result nowhere",
      args: ["coverage", "--data", data, "--out", join(folder, "no/c.json")],
      says: "không ghi được tệp",
    },
  ])("$what", async ({ args, says }) => {
    const { code, stdout, stderr } = await firecover(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(existsSync(data)).toBe(false);
  });

  it("a link such as /dev/stdout is written through and stays a link", async () => {
    const target = join(folder, "target.csv");
    const link = join(folder, "link.csv");
    mkdirSync(folder, { recursive: true });
    writeFileSync(target, "old");
    symlinkSync(target, link);
    await writeLines(link, ["a\n", "b\n"], new AbortController().signal);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, "utf8")).toBe("a\nb\n");
    expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });
});
