/** Which function of the coverage package answers which analysis; loaded by workers only. */
import type { PreparedCoverage } from "@firecover/coverage";
import { FirecoverError } from "@firecover/domain";

type Analyse = (prepared: PreparedCoverage, options: never) => unknown;

const analyses: Readonly<Record<string, Analyse>> = {};

export async function analyse(prepared: PreparedCoverage, name: string, options: unknown): Promise<unknown> {
  const found = analyses[name];
  if (!found) throw new FirecoverError("not-found", `There is no analysis ${name}.`);
  return found(prepared, options as never);
}
