import { defineConfig } from "vitest/config";

/** One project per workspace; those that start a database or a browser get more time. */
const project = (name: string, root: string, testTimeout = 30_000, exclude: string[] = []) => ({
  test: {
    name,
    root,
    include: ["**/*.test.ts", "**/*.test.tsx"],
    exclude: ["**/node_modules/**", "**/dist/**", ...exclude],
    testTimeout,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      project("domain", "packages/domain"),
      project("road-network", "packages/road-network", 60_000),
      project("location-allocation", "packages/location-allocation", 120_000),
      project("coverage", "packages/coverage", 60_000),
      project("interchange", "packages/interchange", 120_000),
      project("database", "packages/database", 120_000),
      project("demo-province", "packages/demo-province", 60_000),
      project("api", "apps/api", 120_000),
      project("cli", "apps/cli", 120_000),
      project("web", "apps/web"),
      project("tests", "tests", 120_000, ["e2e/**"]),
      project("e2e", "tests/e2e", 240_000),
    ],
  },
});
