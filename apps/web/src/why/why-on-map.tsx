/** The explanation that the address asks for, drawn into the map around it; shares its answer with the panel. */
import type { Certainty } from "@firecover/domain";
import { atThreshold } from "./at-threshold.ts";
import { useExplanation } from "./use-explanation.ts";
import { type MapPadding, WhyOverlay } from "./why-overlay.tsx";

interface Props {
  runId: string;
  /** `premises:ID` or `cell:H3`, as in the address. */
  why: string;
  certainty: Certainty;
  thresholdSeconds?: number;
  padding?: MapPadding;
}

export function WhyOnMap({ runId, why, certainty, thresholdSeconds, padding }: Props) {
  const { data } = useExplanation(runId, why, certainty);
  if (!data) return null;
  return <WhyOverlay explanation={atThreshold(data, thresholdSeconds)} {...(padding && { padding })} />;
}
