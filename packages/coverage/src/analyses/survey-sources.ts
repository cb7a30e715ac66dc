/** Water sources with something unmeasured: what they would give if it passed, and what a surveyor is asked. */
import type { SurveyMeasurement, SurveyQuestion, WaterSource } from "@firecover/domain";
import { reachedByEngine } from "../water.ts";
import { draftedKinds, isHydrant } from "../water-capacity.ts";
import type { Gaps } from "./fix-gaps.ts";
import { supplyIf } from "./fix-water.ts";
import { noSubject } from "./survey-field.ts";

/** Flows that a measurement may be asked to reach, L/s: those of Tables 7 and 8, up to an engine's pump. */
export const askedFlows = [5, 10, 15, 20, 25, 30, 35, 40] as const;
const storedKinds: ReadonlySet<string> = new Set(["tank", "pond", "suction-pit"]);

export interface SurveySources {
  /** Whether measuring could make it give more than it surely gives. */
  isUnknown(s: number): boolean;
  /** Millilitres per second if everything unknown of it passes with so much flow. */
  capacityIf(s: number, flowLps: number): number;
  /** The same with the greatest flow asked for. */
  readonly best: Uint32Array;
  describe(s: number, id: string, flowLps: number): SurveyMeasurement;
}

export function surveySources(gaps: Gaps): SurveySources {
  const { prepared, reach, supply } = gaps;
  const { waterSources, standard } = prepared.input;
  const deepest = standard.draftingLiftMetres.value;
  const hours = standard.waterDurationHours.value;
  const isReached = reachedByEngine(prepared.water.approaches, reach.engineEdge);
  const capacityIf = (s: number, flowLps: number): number =>
    supplyIf(gaps, [passing(waterSources[s]!, flowLps)], isReached.subarray(s, s + 1)).capacity[0]!;
  const best = Uint32Array.from(waterSources, (source, s) =>
    hasUnknown(source) ? capacityIf(s, askedFlows.at(-1)!) : 0,
  );

  function hasUnknown(source: WaterSource): boolean {
    const { state, kind, flowLps, volumeM3, liftMetres } = source;
    if (state === "broken" || state === "seasonal") return false;
    if (draftedKinds.has(kind) && (liftMetres ?? 0) > deepest) return false;
    return (
      state === "unknown" ||
      kind === "natural-candidate" ||
      (draftedKinds.has(kind) && liftMetres === null) ||
      ((isHydrant(source) || storedKinds.has(kind)) && flowLps === null && volumeM3 === null)
    );
  }

  /** As it would stand in the register if everything unknown were measured and just passed. */
  function passing(source: WaterSource, flowLps: number): WaterSource {
    const isUnmeasured = source.flowLps === null && source.volumeM3 === null;
    const volumeM3 = Math.ceil((flowLps * hours * 3.6) / 10) * 10;
    return {
      ...source,
      state: "working",
      kind: source.kind === "natural-candidate" ? "drafting-point" : source.kind,
      flowLps: isUnmeasured && isHydrant(source) ? flowLps : source.flowLps,
      volumeM3: isUnmeasured && storedKinds.has(source.kind) ? volumeM3 : source.volumeM3,
      liftMetres: draftedKinds.has(source.kind) ? (source.liftMetres ?? deepest) : source.liftMetres,
    };
  }

  function questionsOf(s: number, flowLps: number): SurveyQuestion[] {
    const source = waterSources[s]!;
    const passes = passing(source, flowLps);
    const questions: SurveyQuestion[] = [];
    if (source.kind === "natural-candidate")
      questions.push({ attribute: "drafting", unit: null, current: null, passes: null });
    if (source.state !== "working")
      questions.push({ attribute: "state", unit: null, current: source.state, passes: null });
    if (passes.flowLps !== source.flowLps)
      questions.push({ attribute: "flow", unit: "L/s", current: null, passes: atLeast(passes.flowLps) });
    if (passes.volumeM3 !== source.volumeM3)
      questions.push({ attribute: "volume", unit: "m3", current: null, passes: atLeast(passes.volumeM3) });
    if (passes.liftMetres !== source.liftMetres)
      questions.push({ attribute: "lift", unit: "m", current: null, passes: { least: null, most: deepest } });
    return questions;
  }

  function describe(s: number, id: string, flowLps: number): SurveyMeasurement {
    const { id: waterSourceId, name, communeCode, location } = waterSources[s]!;
    return {
      ...noSubject,
      id,
      subject: "water-source",
      waterSourceId,
      name,
      communeCode,
      location,
      questions: questionsOf(s, flowLps),
    };
  }

  return { isUnknown: (s) => best[s]! > supply.capacity[s]!, capacityIf, best, describe };
}

function atLeast(least: number | null) {
  return { least, most: null };
}
