/** How a command ends, for people and for scripts. */

export const exitCodes = { done: 0, faultyInput: 1, wrongUsage: 2 } as const;

/** Every fault of an input, one sentence each: place, fault, way out. */
export class InputFaults extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "InputFaults";
    this.faults = faults;
  }
}
