/** Explanations of the run asked about last: its searches are done once, then each place takes a moment. */
import { type Explainer, createExplainer as explainerOf, prepareCoverage } from "@firecover/coverage";
import { decodeRoadNetwork } from "@firecover/road-network";
import type { RunInputs } from "./run-inputs.ts";

export interface Explainers {
  of(stampHash: string, inputs: RunInputs): Explainer;
}

export function createExplainers(): Explainers {
  let held: { stampHash: string; explainer: Explainer } | undefined;
  return {
    of(stampHash, { baseline, standard, parameters }) {
      if (held?.stampHash !== stampHash) {
        const network = decodeRoadNetwork(baseline.networkBytes);
        const prepared = prepareCoverage({ ...baseline.input, network, standard, parameters });
        held = { stampHash, explainer: explainerOf(prepared) };
      }
      return held.explainer;
    },
  };
}
