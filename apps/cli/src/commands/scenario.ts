/** `firecover scenario`: lists of changes beside the baseline, kept by name and carried as files. */
import { writeFile } from "node:fs/promises";
import type { Versioned } from "@firecover/database";
import type { Scenario } from "@firecover/domain";
import { Command } from "commander";
import { mustBeWritable } from "../file-faults.ts";
import { progressOnStderr, say } from "../say.ts";
import { readScenario, scenarioText } from "../scenario-file.ts";
import { type StorageOptions, withDatabase, withStorageOptions } from "../storage.ts";

interface ImportOptions extends StorageOptions {
  name?: string;
  replace: boolean;
}

export function scenarioCommand(): Command {
  const scenario = new Command("scenario").description(
    "kịch bản: các thay đổi đặt cạnh hiện trạng · scenarios: changes beside the baseline",
  );
  const add = (command: Command, examples: string) =>
    scenario.addCommand(withStorageOptions(command).addHelpText("after", `\nVí dụ · example:\n${examples}`));

  add(
    new Command("list").description("liệt kê · list").action(list),
    "  firecover scenario list --data so-lieu",
  );
  add(
    new Command("show")
      .description("xem một kịch bản · show one")
      .argument("<name>", "tên · name")
      .action(show),
    '  firecover scenario show "Phương án A"',
  );
  add(
    new Command("export")
      .description("ghi một kịch bản ra tệp JSON · write one into a JSON file")
      .argument("<name>", "tên · name")
      .argument("<file.json>", "tệp · file")
      .action(exportScenario),
    '  firecover scenario export "Phương án A" phuong-an-a.json',
  );
  add(
    new Command("import")
      .description("đọc một kịch bản từ tệp JSON · read one from a JSON file")
      .argument("<file.json>", "tệp · file")
      .option("--name <name>", "tên khác với tên trong tệp · another name than the file's")
      .option("--replace", "thay kịch bản cùng tên · replace the one of that name", false)
      .action(importScenario),
    "  firecover scenario import phuong-an-a.json --replace",
  );
  add(
    new Command("delete")
      .description("xóa một kịch bản và kết quả của nó · delete one and its results")
      .argument("<name>", "tên · name")
      .action(deleteOne),
    '  firecover scenario delete "Phương án A"',
  );
  return scenario.addHelpText(
    "after",
    "\nVí dụ · examples:\n  firecover scenario list\n  firecover scenario import phuong-an-a.json",
  );
}

async function list(options: StorageOptions): Promise<void> {
  const { listScenarios } = await import("@firecover/database");
  const scenarios = await opened(options, ({ db }) => listScenarios(db));
  if (!process.stdout.isTTY) return void process.stdout.write(`${JSON.stringify(scenarios, null, 2)}\n`);
  if (scenarios.length === 0) say("Chưa có kịch bản nào · no scenarios yet");
  for (const scenario of scenarios) process.stdout.write(`${lineOf(scenario)}\n`);
}

async function show(name: string, options: StorageOptions, command: Command): Promise<void> {
  const { record } = await opened(options, (database) => named(database, name, command));
  process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
}

async function exportScenario(
  name: string,
  file: string,
  options: StorageOptions,
  command: Command,
): Promise<void> {
  await mustBeWritable(file);
  const { record } = await opened(options, (database) => named(database, name, command));
  await writeFile(file, scenarioText(record));
  say(`Đã ghi · written: ${lineOf(record)} → ${file}`);
}

async function importScenario(file: string, options: ImportOptions): Promise<void> {
  const read = await readScenario(file);
  const content = { ...read, name: options.name ?? read.name };
  const { findScenarioByName, insertScenario, updateScenario } = await import("@firecover/database");
  const { mustFitRegisters } = await import("@firecover/api");
  const { record } = await opened(options, async ({ db }) => {
    await mustFitRegisters(db, content.changes);
    const known = options.replace ? await findScenarioByName(db, content.name) : undefined;
    return known ? updateScenario(db, known.record.id, content, known.version) : insertScenario(db, content);
  });
  say(`Đã lưu · kept: ${lineOf(record)}`);
}

async function deleteOne(name: string, options: StorageOptions, command: Command): Promise<void> {
  const { deleteScenario } = await import("@firecover/database");
  await opened(options, async (database) => {
    const { record, version } = await named(database, name, command);
    await deleteScenario(database.db, record.id, version);
    say(`Đã xóa · deleted: ${lineOf(record)}`);
  });
}

type Work<T> = Parameters<typeof withDatabase<T>>[2];

function opened<T>(options: StorageOptions, work: Work<T>): Promise<T> {
  const progress = progressOnStderr();
  return withDatabase(options, progress.onProgress, (database) => {
    progress.end();
    return work(database);
  }).finally(progress.end);
}

async function named(
  { db }: Parameters<Work<unknown>>[0],
  name: string,
  command: Command,
): Promise<Versioned<Scenario>> {
  const { findScenarioByName, listScenarios } = await import("@firecover/database");
  const found = await findScenarioByName(db, name);
  if (found) return found;
  const known = (await listScenarios(db)).map((scenario) => scenario.name).join(", ");
  return command.error(`không có kịch bản · no scenario ${name}; có · known: ${known || "—"}`);
}

const lineOf = ({ name, changes }: Scenario): string => `${name}: ${changes.length} thay đổi · changes`;
