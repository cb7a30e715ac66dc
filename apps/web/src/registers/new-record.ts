/** What a record starts as when it is added by hand: only what is known beforehand, nothing guessed. */
import type { Values } from "./draft.ts";
import type { RegisterName } from "./registers-search.ts";

const prefixes: Partial<Record<RegisterName, string>> = {
  premises: "CS",
  "water-sources": "NN",
  "fire-stations": "DOI",
  "candidate-sites": "VT",
  "exclusion-zones": "VC",
};

/** A free code to start from; people may put the register's own in its place. */
export function suggestedId(
  register: RegisterName,
  today: string,
  random: () => number = Math.random,
): string {
  const tail = Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, "0")
    .toUpperCase();
  return `${prefixes[register] ?? "ID"}-${today.replaceAll("-", "")}-${tail}`;
}

export function newRecord(
  register: RegisterName,
  today: string,
  isSynthetic: boolean,
  source: string,
): Values {
  const known = { id: suggestedId(register, today), source, dataDate: today, isSynthetic };
  // The form has no outline to draw; a file may bring one.
  return register === "candidate-sites" ? { ...known, kind: "plot", geometry: null } : known;
}
