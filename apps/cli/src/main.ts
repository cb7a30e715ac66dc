#!/usr/bin/env node
/** The command `firecover`: one file per command in `commands/`, exit codes here. */
import { FirecoverError } from "@firecover/domain";
import { Command, CommanderError } from "commander";
import { coverageCommand } from "./commands/coverage.ts";
import { demoCommand } from "./commands/demo.ts";
import { importCommand } from "./commands/import.ts";
import { serveCommand } from "./commands/serve.ts";
import { travelTimesCommand } from "./commands/travel-times.ts";
import { exitCodes, InputFaults } from "./exit.ts";
import { say } from "./say.ts";

const program = new Command("firecover")
  .description(
    "Vùng phủ chữa cháy của một tỉnh: chỗ nào thiếu, vì sao.\n" +
      "Where a province's fire cover falls short, and why.",
  )
  .version("0.1.0", "-V, --version", "in số phiên bản · print the version")
  .helpOption("-h, --help", "in hướng dẫn · show help")
  .helpCommand(false)
  .showHelpAfterError("(xem: firecover --help)")
  .addCommand(serveCommand())
  .addCommand(importCommand())
  .addCommand(coverageCommand())
  .addCommand(travelTimesCommand())
  .addCommand(demoCommand())
  .addHelpText(
    "after",
    "\nMã thoát · exit code: 0 xong · done, 1 dữ liệu có lỗi · the input has faults, 2 dùng sai · wrong usage",
  );

for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong on stderr and gives the exit code for it. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
  if (error instanceof InputFaults) {
    for (const fault of error.faults) say(fault);
    return exitCodes.faultyInput;
  }
  if (error instanceof FirecoverError) {
    say(error.message);
    return exitCodes.faultyInput;
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.faultyInput;
}
