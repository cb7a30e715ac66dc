/** The command `site` as a process: against every set of sites tried, published optima, and files that are at fault. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSolver, type Solver } from "@firecover/location-allocation";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readInstance } from "../src/site/instance-files.ts";
import { type ProblemName, problemOf } from "../src/site/problem-of.ts";
import { resultJson } from "../src/site/result-json.ts";
import { distancesOf, readPmed, readScp } from "./or-library.ts";
import { type Ended, firecover, hasSharedData, scratchFolder, sharedData, start } from "./run.ts";
import {
  bestWorth,
  costsWithin,
  filesOf,
  keepsRules,
  type SmallProblem,
  smallProblems,
  worthOf,
} from "./small-problems.ts";

vi.setConfig({ testTimeout: 120_000 });

const folder = scratchFolder();
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

interface Result {
  status: string;
  objective: number | null;
  bound: number | null;
  gap: number | null;
  sites: string[];
  assignment: Record<string, string>;
  unserved: string[];
  covered: number;
  total: number;
  seconds: number;
  infeasibility: { unreachable: string[]; smallestMaxCost: number | null; rule: string | null } | null;
}

function resultOf({ code, stdout, stderr }: Ended): Result {
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as Result;
}

function argsOf(problem: string, of: SmallProblem, name: string): string[] {
  const files = filesOf(of);
  const args = ["site", "--problem", problem];
  args.push("--costs", file(`${name}-costs.csv`, files.costs));
  args.push("--demand", file(`${name}-demand.csv`, files.demand));
  if (of.hasSitesFile) args.push("--sites", file(`${name}-sites.csv`, files.sites));
  if (of.count !== null) args.push("--count", String(of.count));
  if (of.budget !== null) args.push("--budget", String(of.budget));
  if (of.maxCost !== null) args.push("--max-cost", String(of.maxCost));
  return args;
}

function checkAgainstAllSets(problem: string, of: SmallProblem, result: Result): void {
  const best = bestWorth(problem, of);
  const total = [...of.weights.values()].reduce((sum, weight) => sum + weight, 0);
  expect(result.total).toBeCloseTo(total, 9);
  if (best === null) {
    expect(result).toMatchObject({ status: "infeasible", objective: null, sites: [], assignment: {} });
    expect(result.infeasibility).not.toBeNull();
    return;
  }
  expect(result).toMatchObject({ status: "optimal", gap: 0, infeasibility: null });
  expect(result.objective).toBeCloseTo(best.objective, 6);
  expect(result.bound).toBeCloseTo(best.objective, 6);
  expect(keepsRules(of, result.sites)).toBe(true);
  expect(worthOf(problem, of, result.sites)!.objective).toBeCloseTo(best.objective, 6);

  const costs = costsWithin(of, result.sites);
  let covered = 0;
  for (const [name, weight] of of.weights) {
    const [cheapest] = costs.get(name)!;
    const site = Object.hasOwn(result.assignment, name) ? result.assignment[name] : undefined;
    expect(result.unserved.includes(name)).toBe(cheapest === undefined);
    if (cheapest === undefined) {
      expect(site).toBeUndefined();
      continue;
    }
    covered += weight;
    expect(result.sites).toContain(site);
    expect(of.costs.find((pair) => pair.site === site && pair.demand === name)!.cost).toBe(cheapest);
  }
  expect(result.covered).toBeCloseTo(covered, 9);
  expect(Object.keys(result.assignment).length + result.unserved.length).toBe(of.weights.size);
}

/** All of the command but the process and its thread. */
async function solvedHere(solver: Solver, name: ProblemName, of: SmallProblem): Promise<Result> {
  const files = filesOf(of);
  const paths = {
    costs: file("here-costs.csv", files.costs),
    demand: file("here-demand.csv", files.demand),
    sites: of.hasSitesFile ? file("here-sites.csv", files.sites) : undefined,
  };
  const named = await readInstance(paths, new AbortController().signal);
  const { count, budget, maxCost } = of;
  const problem = problemOf(
    { problem: name, count: count ?? undefined, budget: budget ?? undefined, maxCost: maxCost ?? undefined },
    named,
  );
  const answer = solver.solve(named.instance, problem);
  return JSON.parse([...resultJson(answer, problem, named)].join("")) as Result;
}

const problems: readonly ProblemName[] = ["lscp", "mclp", "p-median", "p-center", "lscp-b", "bclp"];

describe.each(problems)("%s", (problem) => {
  const needsLimit = !problem.startsWith("lscp");
  const asked = smallProblems.filter(({ count, budget }) => !needsLimit || count !== null || budget !== null);

  it("is what trying every set of sites gives", async () => {
    const solver = await loadSolver();
    await fc.assert(
      fc.asyncProperty(asked, async (of) => {
        checkAgainstAllSets(problem, of, await solvedHere(solver, problem, of));
      }),
      { numRuns: 100 },
    );
  });

  it("is so as a process too, whatever the ids", async () => {
    const samples = fc.sample(asked, { numRuns: 3, seed: 20261122 });
    for (const [k, of] of samples.entries()) {
      const result = resultOf(await firecover(argsOf(problem, of, `${problem}-${k}`)));
      checkAgainstAllSets(problem, of, result);
    }
  });
});

describe.skipIf(!hasSharedData)("published optima of OR-Library come out proven", () => {
  it.each([
    { name: "pmed1", median: 5819, center: 127 },
    { name: "pmed2", median: 4093, center: 98 },
    { name: "pmed3", median: 4250, center: 93 },
  ])("$name", async ({ name, median, center }) => {
    const pmed = readPmed(sharedData(`siting/orlib/${name}.txt`));
    const far = distancesOf(pmed);
    const nodes = far.map((_, u) => u + 1);
    const rows = far.flatMap((row, u) => row.map((length, v) => `${u + 1},${v + 1},${length}`));
    const costs = file(`${name}-costs.csv`, `site,demand,cost\n${rows.join("\n")}\n`);
    const demand = file(`${name}-demand.csv`, `demand,weight\n${nodes.map((v) => `${v},1\n`).join("")}`);
    const args = ["--costs", costs, "--demand", demand, "--count", String(pmed.count)];
    for (const [problem, optimum] of [
      ["p-median", median],
      ["p-center", center],
    ] as const) {
      const result = resultOf(await firecover(["site", "--problem", problem, ...args]));
      expect(result).toMatchObject({ status: "optimal", objective: optimum, bound: optimum, gap: 0 });
      expect(result.sites).toHaveLength(pmed.count);
      const lengths = nodes.map((v) => far[Number(result.assignment[v]) - 1]![v - 1]!);
      const told =
        problem === "p-median" ? lengths.reduce((sum, length) => sum + length) : Math.max(...lengths);
      expect(told).toBe(optimum);
    }
  });

  it.each([
    { name: "scp41", optimum: 429 },
    { name: "scp410", optimum: 514 },
  ])("$name", async ({ name, optimum }) => {
    const { prices, rows } = readScp(sharedData(`siting/orlib/${name}.txt`));
    const pairs = rows.flatMap((columns, i) => columns.map((column) => `c${column},r${i + 1},0`));
    const costs = file(`${name}-costs.csv`, `site,demand,cost\n${pairs.join("\n")}\n`);
    const demand = file(
      `${name}-demand.csv`,
      `demand,weight\n${rows.map((_, i) => `r${i + 1},1\n`).join("")}`,
    );
    const sites = prices.map((price, j) => `c${j + 1},candidate,${price}\n`);
    const args = ["--costs", costs, "--demand", demand, "--sites"];
    args.push(file(`${name}-sites.csv`, `site,status,price\n${sites.join("")}`));
    const result = resultOf(await firecover(["site", "--problem", "lscp", ...args]));
    expect(result).toMatchObject({ status: "optimal", objective: optimum, bound: optimum, unserved: [] });
    const open = new Set(result.sites);
    expect(result.sites.reduce((sum, id) => sum + prices[Number(id.slice(1)) - 1]!, 0)).toBe(optimum);
    expect(rows.every((columns) => columns.some((column) => open.has(`c${column}`)))).toBe(true);
  });
});

const costs = file("costs.csv", "site,demand,cost\nA,x,1\nA,y,4\nB,y,2\nB,z,3\n");
const demand = file("demand.csv", "demand,weight\nx,1\ny,2\nz,4\n");
const site = (...more: string[]) => firecover(["site", "--costs", costs, "--demand", demand, ...more]);

describe("results", () => {
  it("say what is asked of them, on stdout or whole in a file", async () => {
    const args = ["--problem", "mclp", "--count", "1", "--max-cost", "3"];
    const { code, stdout } = await site(...args);
    expect(code).toBe(0);
    const { seconds, ...result } = JSON.parse(stdout);
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(result).toEqual({
      problem: "mclp",
      status: "optimal",
      objective: 6,
      bound: 6,
      gap: 0,
      sites: ["B"],
      assignment: { y: "B", z: "B" },
      unserved: ["x"],
      covered: 6,
      total: 7,
      infeasibility: null,
    });
    const out = join(folder, "result.json");
    const written = await site(...args, "--out", out);
    expect([written.code, written.stdout, existsSync(`${out}.partial`)]).toEqual([0, "", false]);
    expect({ ...JSON.parse(readFileSync(out, "utf8")), seconds: 0 }).toEqual({ ...result, seconds: 0 });
  });

  it("of an infeasible question name whom nobody reaches, and the least threshold", async () => {
    const { code, stdout, stderr } = await site("--problem", "lscp", "--max-cost", "2");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: "infeasible",
      objective: null,
      sites: [],
      infeasibility: { unreachable: ["z"], smallestMaxCost: 3 },
    });
    expect(stderr).toContain("smallest --max-cost with an answer: 3");
  });

  it("honour capacities and groups of sites.csv", async () => {
    const sites = file(
      "capacity.csv",
      "site,status,price,capacity,group\nA,candidate,1,3,g\nB,candidate,1,4,\n",
    );
    const result = resultOf(await site("--problem", "mclp", "--count", "1", "--sites", sites));
    expect(result).toMatchObject({ status: "optimal", sites: ["A"], objective: 3 });
    const refused = await site("--problem", "p-center", "--count", "1", "--sites", sites);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("dòng 1, cột capacity");
  });

  it("take a mark, carriage returns, quotes, semicolons and blank lines at the end as they come", async () => {
    const odd = file("odd.csv", '\uFEFF"Weight";"DEMAND"\r\n1;"x"\r\n2;y\r\n"4";z\r\n\r\n\r\n');
    const args = ["site", "--problem", "p-median", "--count", "2", "--costs", costs];
    const plain = resultOf(await firecover([...args, "--demand", demand]));
    expect({ ...resultOf(await firecover([...args, "--demand", odd])), seconds: 0 }).toEqual({
      ...plain,
      seconds: 0,
    });
    expect(plain.objective).toBe(1 + 4 + 12);
  });
});

describe("files that are at fault end with 1 and every fault", () => {
  it("over all three, with row and column", async () => {
    const faulty = ["site", "--problem", "mclp", "--count", "1"];
    faulty.push(
      "--sites",
      file("f-sites.csv", "site,status,price\nA,candidate,1\nB,open,-1\nA,required,x\n,candidate,\n"),
    );
    faulty.push("--demand", file("f-demand.csv", "demand,weight\nx,NaN\ny,1,5\nx,2\nz,Infinity\n"));
    faulty.push(
      "--costs",
      file(
        "f-costs.csv",
        'site,demand,cost\nA,x,-1\nA,z,\n"A","x",2\nC,x,1\nA,q,1e999\nB,z,"1,5"\nA,z,3\nB,z,0x10\nB\n',
      ),
    );
    const { code, stdout, stderr } = await firecover(faulty);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const lines = stderr.trim().split("\n");
    for (const [k, says] of [
      'f-sites.csv, dòng 3, cột status: "open" cần candidate',
      'f-sites.csv, dòng 3, cột price: "-1" âm · is negative',
      'f-sites.csv, dòng 4, cột site: "A" đã có ở dòng 2',
      'f-sites.csv, dòng 4, cột price: "x" không phải số hữu hạn',
      'f-sites.csv, dòng 5, cột site: "" trống',
      'f-sites.csv, dòng 5, cột price: "" trống',
      'f-demand.csv, dòng 2, cột weight: "NaN" không phải số hữu hạn',
      "f-demand.csv, dòng 3: 3 ô, tiêu đề có 2",
      'f-demand.csv, dòng 4, cột demand: "x" đã có ở dòng 2',
      'f-demand.csv, dòng 5, cột weight: "Infinity" không phải số hữu hạn',
      'f-costs.csv, dòng 2, cột cost: "-1" âm',
      'f-costs.csv, dòng 3, cột cost: "" trống',
      'f-costs.csv, dòng 5, cột site: "C" không có trong',
      'f-costs.csv, dòng 6, cột demand: "q" không có trong',
      'f-costs.csv, dòng 6, cột cost: "1e999" không phải số hữu hạn',
      'f-costs.csv, dòng 7, cột cost: "1,5" không phải số, hãy dùng dấu chấm',
      'f-costs.csv, dòng 9, cột cost: "0x10" không phải số',
      'f-costs.csv, dòng 10, cột demand: "" trống',
      'f-costs.csv, dòng 10, cột cost: "" trống',
      'f-costs.csv, dòng 4, cột site, demand: "A","x" đã có ở dòng 2',
      'f-costs.csv, dòng 8, cột site, demand: "A","z" đã có ở dòng 3',
      'f-costs.csv, dòng 9, cột site, demand: "B","z" đã có ở dòng 7',
    ].entries())
      expect(lines[k]).toContain(says);
    expect(lines).toHaveLength(22);
  });

  it.each([
    { what: "empty", content: "", says: "tệp rỗng" },
    { what: "without rows", content: "site,demand,cost\n\n", says: "không có dòng nào" },
    {
      what: "without its columns",
      content: "a,b,c\n1,2,3\n",
      says: "dòng 1: thiếu cột · missing columns site, demand",
    },
    {
      what: "with a column twice",
      content: "site,demand,cost,Cost\nA,x,1,2\n",
      says: "dòng 1: cột lặp lại · columns given twice: cost",
    },
    { what: "UTF-16", content: Buffer.from("\ufeffsite,demand,cost\n", "utf16le"), says: "UTF-16" },
    { what: "no text", content: Uint8Array.of(0x73, 0xe9, 0x0a), says: "không phải văn bản UTF-8" },
    { what: "with a NUL", content: "site,demand,cost\nA,x,\u0000\n", says: "byte NUL" },
    { what: "with an open quote", content: 'site,demand,cost\n"A,x,1\n', says: "dấu nháy không đóng" },
    { what: "with text after a quote", content: 'site,demand,cost\n"A"B,x,1\n', says: "sau dấu nháy đóng" },
  ])("costs $what", async ({ content, says }) => {
    const { code, stdout, stderr } = await site("--problem", "lscp", "--costs", file("bad.csv", content));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("bad.csv");
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("    at ");
  });

  it.each([
    {
      what: "more required sites than may be opened",
      sites: "A,required,1\nB,required,1\n",
      more: ["--count", "1"],
      says: "2 điểm required",
    },
    {
      what: "required sites above the budget",
      sites: "A,required,5.5\nB,candidate,1\n",
      more: ["--budget", "5"],
      says: "giá 5.5, quá",
    },
    {
      what: "a group of which none may stand",
      sites: "A,forbidden,1,g\nB,candidate,1,\n",
      more: ["--count", "1"],
      says: 'cột group: "g" chỉ có điểm forbidden',
    },
    {
      what: "an absent file",
      sites: null,
      more: ["--count", "1", "--demand", "absent.csv"],
      says: "không có",
    },
    { what: "a folder", sites: null, more: ["--count", "1", "--demand", "."], says: "là thư mục" },
    {
      what: "a result nowhere",
      sites: null,
      more: ["--count", "1", "--out", "no/where.json"],
      says: "không ghi được",
    },
  ])("$what", async ({ sites, more, says }) => {
    const args = sites === null ? [] : ["--sites", file("s.csv", `site,status,price,group\n${sites}`)];
    const { code, stdout, stderr } = await site("--problem", "mclp", ...args, ...more);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("wrong usage ends with 2", () => {
  it.each([
    { args: ["--problem", "mclp"], says: "cần --count hoặc --budget" },
    { args: ["--problem", "p-median"], says: "cần --count hoặc --budget" },
    { args: ["--problem", "tsp", "--count", "1"], says: "Allowed choices are lscp, mclp" },
    { args: [], says: "'--problem <name>' not specified" },
    { args: ["--problem", "mclp", "--count", "-1"], says: "cần số nguyên từ 1" },
    { args: ["--problem", "mclp", "--count", "2.5"], says: "cần số nguyên từ 1" },
    { args: ["--problem", "mclp", "--count", "NaN"], says: "cần số nguyên từ 1" },
    { args: ["--problem", "mclp", "--budget", "NaN"], says: "cần số không âm" },
    { args: ["--problem", "lscp", "--max-cost", "-0.1"], says: "cần số không âm" },
    { args: ["--problem", "lscp", "--time-limit", "0"], says: "cần số dương" },
    { args: ["--problem", "lscp", "--first-cover-share", "1"], says: "chỉ của bclp" },
  ])("$args", async ({ args, says }) => {
    const { code, stdout, stderr } = await site(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
  });
});

describe("a solve that is not over", () => {
  /** Uncorrelated costs, which no bound gets near for long. */
  const hard = () => {
    let state = 7;
    const random = () => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
    };
    const rows = ["site,demand,cost"];
    for (let j = 0; j < 250; j++)
      for (let i = 0; i < 3000; i++)
        if (random() < 0.2) rows.push(`s${j},d${i},${Math.ceil(1000 * random())}`);
    const weights = Array.from({ length: 3000 }, (_, i) => `d${i},${1 + Math.floor(100 * random())}`);
    return [
      ...["--costs", file("hard-costs.csv", rows.join("\n"))],
      ...["--demand", file("hard-demand.csv", `demand,weight\n${weights.join("\n")}`)],
      ...["--problem", "bclp", "--count", "25"],
    ];
  };

  it("ends at --time-limit with the best so far and its gap, and on Ctrl-C likewise", async () => {
    const args = hard();
    const limited = resultOf(await firecover(["site", ...args, "--time-limit", "2"]));
    const running = start(["site", ...args]);
    await running.said("search …");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    running.interrupt();
    const stopped = resultOf(await running.ended);
    for (const result of [limited, stopped]) {
      expect(result.status).toBe("feasible");
      expect(result.sites).toHaveLength(25);
      expect(result.bound).toBeGreaterThan(result.objective!);
      expect(result.gap).toBeCloseTo((result.bound! - result.objective!) / result.objective!, 9);
    }
  });
});
