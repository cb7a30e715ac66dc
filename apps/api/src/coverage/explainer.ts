/** Explanations from prepared inputs: preparing costs about as much as a run, so the last one is kept. */
import { explain, type PreparedCoverage, prepareCoverage } from "@firecover/coverage";
import type { Certainty, Explanation, PremisesId } from "@firecover/domain";
import { decodeRoadNetwork } from "@firecover/road-network";
import type { RunInputs } from "./run-inputs.ts";

export type ExplainedSubject =
  | { readonly kind: "premises"; readonly id: PremisesId }
  | { readonly kind: "cell"; readonly id: string };

export interface Explainer {
  explain(inputs: RunInputs, stampHash: string, subject: ExplainedSubject, certainty: Certainty): Explanation;
}

export function createExplainer(): Explainer {
  let held: { stampHash: string; prepared: PreparedCoverage } | undefined;

  function prepared({ baseline, standard, parameters }: RunInputs, stampHash: string): PreparedCoverage {
    if (held?.stampHash !== stampHash) {
      const network = decodeRoadNetwork(baseline.networkBytes);
      held = { stampHash, prepared: prepareCoverage({ ...baseline.input, network, standard, parameters }) };
    }
    return held.prepared;
  }

  return {
    explain: (inputs, stampHash, subject, certainty) =>
      explain(prepared(inputs, stampHash), subject, certainty, stampHash),
  };
}
