/** All commands, and the one place where errors become messages and exit codes. */
import type { FaultyChanges } from "@firecover/api";
import { FirecoverError } from "@firecover/domain";
import { Command, CommanderError } from "commander";
import { analyseCommand } from "./commands/analyse.ts";
import { candidatesCommand } from "./commands/candidates.ts";
import { coverageCommand } from "./commands/coverage.ts";
import { demoCommand } from "./commands/demo.ts";
import { importCommand } from "./commands/import.ts";
import { scenarioCommand } from "./commands/scenario.ts";
import { serveCommand } from "./commands/serve.ts";
import { siteCommand } from "./commands/site.ts";
import { sitingCommand } from "./commands/siting.ts";
import { travelTimesCommand } from "./commands/travel-times.ts";
import { exitCodes, FaultyResult, InputFaults, Interrupted } from "./exit.ts";
import { fileFault } from "./file-faults.ts";
import { say } from "./say.ts";

/** Runs the command that the arguments name and gives its exit code. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync(argv);
    return exitCodes.done;
  } catch (error) {
    return report(error);
  }
}

function buildProgram(): Command {
  const program = new Command("firecover")
    .description(
      "Vùng phủ chữa cháy của một tỉnh: chỗ nào thiếu, vì sao.\n" +
        "Where a province's fire cover falls short, and why.",
    )
    .version("0.1.0", "-V, --version", "in số phiên bản · print the version")
    .helpCommand(false)
    .addCommand(serveCommand())
    .addCommand(importCommand())
    .addCommand(coverageCommand())
    .addCommand(analyseCommand())
    .addCommand(scenarioCommand())
    .addCommand(candidatesCommand())
    .addCommand(travelTimesCommand())
    .addCommand(siteCommand())
    .addCommand(sitingCommand())
    .addCommand(demoCommand())
    .addHelpText(
      "after",
      "\nMã thoát · exit code: 0 xong · done; 1 dữ liệu có lỗi · the input has faults; 2 dùng sai · wrong usage",
    );
  for (const command of withSubcommands(program)) {
    command
      .exitOverride()
      .helpOption("-h, --help", "in hướng dẫn · show help")
      .showHelpAfterError(`Xem · see: ${nameOf(command)} --help`)
      .configureOutput({
        outputError: (text, write) => write(`Dùng sai · wrong usage: ${text.replace(/^error: /, "")}`),
      });
  }
  return program;
}

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

const nameOf = (command: Command): string =>
  command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();

/** Says what went wrong on stderr and gives the exit code for it. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
  if (error instanceof FaultyResult) return exitCodes.faultyInput; // its faults are told already
  if (error instanceof InputFaults) {
    for (const fault of error.faults) say(fault);
    return exitCodes.faultyInput;
  }
  if (isFaultyChanges(error)) {
    for (const { path, message } of error.faults) say(`changes.${path}: ${message}`);
    return exitCodes.faultyInput;
  }
  if (error instanceof Interrupted || isAbort(error)) {
    say("Đã dừng, không ghi gì · stopped, nothing written");
    return exitCodes.interrupted;
  }
  if (error instanceof FirecoverError) {
    say(error.message);
    return exitCodes.faultyInput;
  }
  for (const line of unforeseen(error)) say(line);
  return exitCodes.faultyInput;
}

function* unforeseen(error: unknown): Generator<string> {
  const fault = fileFault(error);
  if (fault !== null) return yield fault;
  yield `Lỗi ngoài dự kiến · unforeseen error: ${error instanceof Error ? error.message : String(error)}`;
  if (process.env["FIRECOVER_DEBUG"] && error instanceof Error) yield error.stack ?? "";
  else yield "Đặt FIRECOVER_DEBUG=1 và chạy lại để xem chi tiết · set it and run again for details";
}

/** Told by its shape: the class comes with the server, which most commands never load. */
const isFaultyChanges = (error: unknown): error is FaultyChanges =>
  error instanceof FirecoverError && error.name === "FaultyChanges";

const isAbort = (error: unknown): boolean =>
  (error instanceof FirecoverError && error.code === "cancelled") ||
  (error instanceof Error && error.name === "AbortError");
