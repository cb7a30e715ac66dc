/** Scenarios as JSON files: `{ name, note, changes }`, or the list of changes alone. */
import { readFile } from "node:fs/promises";
import { type Change, Scenario } from "@firecover/domain";
import { InputFaults } from "./exit.ts";
import { mustBeReadable } from "./file-faults.ts";

const ChangesFile = Scenario.pick({ changes: true });
const ScenarioFile = Scenario.pick({ name: true, changes: true }).extend({
  note: Scenario.shape.note.default(null),
});
export type ScenarioFile = Pick<Scenario, "name" | "note" | "changes">;

export async function readScenario(path: string): Promise<ScenarioFile> {
  return checked(path, ScenarioFile, await readJson(path));
}

/** Of a scenario's file or of a bare list. */
export async function readChanges(path: string): Promise<Change[]> {
  const content = await readJson(path);
  return checked(path, ChangesFile, Array.isArray(content) ? { changes: content } : content).changes;
}

/** What goes into a file: nothing that another database would not have. */
export const scenarioText = ({ name, note, changes }: Scenario): string =>
  `${JSON.stringify({ name, note, changes }, null, 2)}\n`;

async function readJson(path: string): Promise<unknown> {
  await mustBeReadable(path);
  const text = await readFile(path, "utf8");
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new InputFaults([`${path}: không phải JSON hợp lệ · is no JSON: ${(error as Error).message}`]);
  }
}

type Schema<Content> = {
  safeParse(
    content: unknown,
  ):
    | { success: true; data: Content }
    | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
};

/** Every fault with its place in the file, `changes.3.stationId`. */
function checked<Content>(path: string, schema: Schema<Content>, content: unknown): Content {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new InputFaults(
    parsed.error.issues.map(
      ({ path: place, message }) => `${path}, ${place.map(String).join(".")}: ${message}`,
    ),
  );
}
