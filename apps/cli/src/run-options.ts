/** What a run is asked with, the same for every command that computes one: standard, vehicle, roads, season, changes. */
import type { ChangedBaseline, Database } from "@firecover/database";
import {
  type CoverageParameters,
  defaultStandard,
  Season,
  StandardId,
  standardPresets,
  type VehicleClassId,
  vehicleClasses,
} from "@firecover/domain";
import { type Command, InvalidArgumentError, Option } from "commander";
import { readChanges } from "./scenario-file.ts";

export interface RunOptions {
  standard: StandardId;
  vehicle: VehicleClassId;
  turnRestrictions: "on" | "off";
  contraflow: boolean;
  speedFactor: number;
  hour?: number;
  season?: Season;
  scenario?: string;
  changes?: string;
}

export function withRunOptions(command: Command): Command {
  return command
    .option("--standard <id>", "tiêu chuẩn · standard (qcvn, nfpa-1710 …)", standardId, defaultStandard.id)
    .addOption(
      new Option("--vehicle <name>", "loại xe đến đầu tiên · class of the first engine")
        .choices(Object.keys(vehicleClasses))
        .default("engine"),
    )
    .addOption(
      new Option("--turn-restrictions <on|off>", "xét cấm rẽ · honour turn restrictions")
        .choices(["on", "off"])
        .default("on"),
    )
    .option(
      "--contraflow",
      "xe được đi ngược đường một chiều · engines may drive against one-way streets",
      false,
    )
    .option("--speed-factor <n>", "nhân mọi tốc độ, 0.2–2 · multiply every speed", speedFactor, 1)
    .option("--hour <0–23>", "giờ trong ngày, tính chậm lúc cao điểm · hour of the day", hourOfDay)
    .addOption(
      new Option("--season <name>", "mùa khô hay mùa mưa · dry or rainy season").choices(Season.options),
    )
    .addOption(
      new Option("--scenario <name>", "tính với kịch bản đã lưu · with the changes of a scenario").conflicts(
        "changes",
      ),
    )
    .option("--changes <file.json>", "tính với danh sách thay đổi · with a list of changes");
}

export const parametersOf = (options: RunOptions): CoverageParameters => ({
  standardId: options.standard,
  vehicleClass: options.vehicle,
  turnRestrictions: options.turnRestrictions === "on",
  contraflow: options.contraflow,
  speedFactor: options.speedFactor,
  hour: options.hour ?? null,
  season: options.season ?? null,
});

/** The scenario named, or the changes of the file; null = the baseline itself. */
export async function changedBy(
  { scenario, changes }: RunOptions,
  { db }: Database,
  command: Command,
): Promise<ChangedBaseline | null> {
  if (changes !== undefined) return { id: null, name: null, changes: await readChanges(changes) };
  if (scenario === undefined) return null;
  const { findScenarioByName, listScenarios } = await import("@firecover/database");
  const found = await findScenarioByName(db, scenario);
  if (found) return found.record;
  const known = (await listScenarios(db)).map(({ name }) => name).join(", ");
  return command.error(`không có kịch bản · no scenario ${scenario}; có · known: ${known || "—"}`);
}

/** Ends with the known standards where the one asked for is none. */
export function unknownStandard({ standard }: RunOptions, command: Command): never {
  const known = standardPresets.map(({ id }) => id).join(", ");
  return command.error(`không có tiêu chuẩn · no standard ${standard}; có · known: ${known}`);
}

function standardId(text: string): StandardId {
  const id = StandardId.safeParse(text);
  if (!id.success) throw new InvalidArgumentError("không phải mã tiêu chuẩn · no standard's id");
  return id.data;
}

function speedFactor(text: string): number {
  const factor = Number(text);
  if (!(factor >= 0.2 && factor <= 2)) {
    throw new InvalidArgumentError("cần số từ 0.2 đến 2 · expected 0.2 to 2");
  }
  return factor;
}

function hourOfDay(text: string): number {
  const hour = Number(text);
  if (!/^\d{1,2}$/.test(text) || hour > 23) {
    throw new InvalidArgumentError("cần giờ từ 0 đến 23 · expected 0 to 23");
  }
  return hour;
}
