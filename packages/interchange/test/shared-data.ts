/** Real inputs beside the repository; where they are absent the tests that need them are skipped and say so. */
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["FIRECOVER_SHARED_DATA"] ?? join(import.meta.dirname, "../../../../shared/data");

export const sharedData = (...parts: string[]): string => join(folder, ...parts);
export const hasSharedData: boolean = existsSync(folder);
export const absence = hasSharedData ? "" : ` (skipped: no real inputs at ${folder})`;
