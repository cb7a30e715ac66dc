/** What a run tells while it works: the phase, and the two lines that meet, best so far and what cannot be exceeded. */
import type { BoundStep, SitingPhase, SitingProgress } from "@firecover/domain";

const mostSteps = 200;

export interface ProgressLine {
  phase(phase: SitingPhase): void;
  total(weight: number): void;
  /** In the unit of the aim; null = nothing known yet. */
  step(incumbent: number | null, bound: number | null): void;
  trials(done: number, of: number): void;
  seconds(): number;
}

export function createProgress(onProgress: (progress: SitingProgress) => void = () => {}): ProgressLine {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  let steps: BoundStep[] = [];
  let phase: SitingPhase = "data";
  let totalWeight: number | null = null;
  let trialsDone = 0;
  let trials = 0;
  const tell = () => onProgress({ phase, seconds: seconds(), steps, totalWeight, trialsDone, trials });
  return {
    seconds,
    phase(next) {
      phase = next;
      tell();
    },
    total(weight) {
      totalWeight = weight;
      tell();
    },
    step(incumbent, bound) {
      const last = steps.at(-1);
      const now = { incumbent: incumbent ?? last?.incumbent ?? null, bound: bound ?? last?.bound ?? null };
      if (now.incumbent === null && now.bound === null) return;
      if (last && last.incumbent === now.incumbent && last.bound === now.bound) return;
      // Every other step goes when there is no room; the first and the latest stay.
      const kept = steps.length < mostSteps ? steps : steps.filter((_, n) => n % 2 === 0);
      steps = [...kept, { seconds: seconds(), ...now }];
      tell();
    },
    trials(done, of) {
      trialsDone = done;
      trials = of;
      tell();
    },
  };
}
