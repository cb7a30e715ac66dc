/** How a command ends, for people and for scripts. */

/** 130 is what shells give a command ended by Ctrl-C. */
export const exitCodes = { done: 0, faultyInput: 1, wrongUsage: 2, interrupted: 130 } as const;

/** Every fault of an input, one sentence each: place, fault, way out. */
export class InputFaults extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "InputFaults";
    this.faults = faults;
  }
}

/** The command did its work and has said what is wrong with the input. */
export class FaultyResult extends Error {}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {}
