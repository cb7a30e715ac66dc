/** An explanation under another threshold of the first engine, as the minute slider sets it. */
import type { Explanation, Verdict } from "@firecover/domain";

/**
 * Only the certain explanation holds both response times, so only it can be judged anew; the other keeps the verdict
 * of the standard's own threshold.
 */
export function atThreshold(explanation: Explanation, seconds: number | undefined): Explanation {
  const { time, certainty } = explanation;
  if (seconds === undefined || certainty !== "certain" || seconds === time.rule.threshold) return explanation;
  const isMet = (response: number | null) => response !== null && response <= seconds;
  const certain = isMet(time.responseSeconds);
  const possible = isMet(time.possibleResponseSeconds);
  const verdict: Verdict = certain === possible ? (certain ? "met" : "not-met") : "unknown";
  const rule = { ...time.rule, threshold: seconds, basis: "planning-assumption" as const, clause: null };
  return { ...explanation, time: { ...time, verdict, rule } };
}
