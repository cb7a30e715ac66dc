/**
 * Choices near the best one after another: the problem is solved again and again, each time for the best choice that is
 * not yet known. For problems whose sets of sites are not valued site by site (capacities).
 *
 * A choice that is neither a known full one nor a part of it has a site outside it, so each known choice adds a group:
 * "at least one of the other sites". Filled up, the answer is a full choice again, and none of the known ones.
 */
import type { Answer } from "../answer.ts";
import type { Instance } from "../instance.ts";
import { type ChoiceRules, filledUp } from "./rules.ts";

export interface Excluded {
  /** Best first. */
  readonly choices: readonly Answer[];
  /** No other choice is left that is good enough. */
  readonly isFinished: boolean;
}

export function choicesByExclusion(
  instance: Instance,
  rules: ChoiceRules,
  first: readonly number[],
  isGoodEnough: (objective: number) => boolean,
  atMost: number,
  solve: (instance: Instance) => Answer,
): Excluded {
  const choices: Answer[] = [];
  const usable = [...rules.required, ...rules.optional];
  const groups = [...instance.sites.groups];
  let known = filledUp(rules, first);
  for (;;) {
    const others = usable.filter((site) => !known.includes(site));
    if (others.length === 0) return { choices, isFinished: true };
    groups.push(others);
    const answer = solve({ ...instance, sites: { ...instance.sites, groups: [...groups] } });
    if (answer.status === "infeasible") return { choices, isFinished: true };
    if (answer.status !== "optimal" || answer.objective === null) return { choices, isFinished: false };
    if (!isGoodEnough(answer.objective)) return { choices, isFinished: true };
    if (choices.length === atMost) return { choices, isFinished: false };
    choices.push(answer);
    known = filledUp(rules, answer.sites);
  }
}
