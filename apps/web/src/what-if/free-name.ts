/** Names of scenarios are unique whatever their case: the first that nobody has. */
import type { Scenario } from "@firecover/domain";

export function freeName(wanted: string, scenarios: readonly Scenario[]): string {
  const taken = new Set(scenarios.map(({ name }) => name.toLocaleLowerCase("vi")));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name.toLocaleLowerCase("vi"))) return name;
  }
}
