/** Candidates as list and map show them: numbered in the order of the register, with what the question says of each. */
import type { AssessedSite, SitingQuestion } from "@firecover/domain";

export interface Candidate extends Readonly<AssessedSite> {
  readonly number: number;
}

/** Plots first, so that new places along roads leave their numbers alone. */
export function numbered(assessed: readonly AssessedSite[]): Candidate[] {
  const plots = assessed.filter(({ site }) => site.kind === "plot");
  const generated = assessed.filter(({ site }) => site.kind === "generated");
  return [...plots, ...generated].map((candidate, index) => ({ number: index + 1, ...candidate }));
}

export type Part = "required" | "candidate" | "forbidden" | "failing";

/** What a candidate is to the question. */
export function partOf({ site, verdict }: Candidate, question: SitingQuestion): Part {
  if (question.forbiddenSiteIds.includes(site.id)) return "forbidden";
  if (question.requiredSiteIds.includes(site.id)) return "required";
  const { candidateSiteIds } = question;
  if (candidateSiteIds === null) return verdict === "not-met" ? "failing" : "candidate";
  return candidateSiteIds.includes(site.id) ? "candidate" : "forbidden";
}

/** Sites that a choice may open. */
export function usable(candidates: readonly Candidate[], question: SitingQuestion): Candidate[] {
  return candidates.filter((candidate) => {
    const part = partOf(candidate, question);
    return part === "candidate" || part === "required";
  });
}
