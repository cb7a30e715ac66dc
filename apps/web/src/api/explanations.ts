/** Explanations of one premises or one population cell in a run. */
import { type Certainty, Explanation } from "@firecover/domain";
import { getJson, query } from "./http.ts";

/** What "Vì sao?" is asked for, as the address writes it: `premises:ID` or `cell:H3`. */
export interface ExplainedPlace {
  readonly kind: "premises" | "cell";
  readonly id: string;
}

export function parsePlace(why: string): ExplainedPlace | null {
  const [, kind, id] = /^(premises|cell):(.+)$/.exec(why) ?? [];
  return (kind === "premises" || kind === "cell") && id ? { kind, id } : null;
}

export function getExplanation(
  runId: string,
  { kind, id }: ExplainedPlace,
  certainty: Certainty,
  signal: AbortSignal,
): Promise<Explanation> {
  const part = kind === "premises" ? "premises" : "cells";
  const path = `/api/coverage-runs/${encodeURIComponent(runId)}/explanations/${part}/${encodeURIComponent(id)}`;
  return getJson(`${path}${query({ certainty })}`, Explanation, signal);
}
