import { defineConfig } from "vitest/config";

/** Tests start databases: minutes on a busy machine. */
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 } });
