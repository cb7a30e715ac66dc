/** Proven or not, in a chip: optimal, how far from it at most, or without any answer. */
import { Chip } from "../ui/chip.tsx";
import { statusWords } from "./answer-words.ts";
import { isRunning, type ShownAnswer } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

const tones = { optimal: "ok", infeasible: "bad", unknown: "unknown" } as const;

export function StatusChip({ shown }: { shown: ShownAnswer }) {
  const text = useSitingText();
  const { run, answer } = shown;
  // The proof is of the first; another choice is not what was proven best.
  if (shown.index > 0)
    return <Chip tone="info">{text.t("siting.choiceNumber", { number: shown.index + 1 })}</Chip>;
  const { status } = answer;
  const tone = status === "feasible" ? (isRunning(run) ? "info" : "warn") : tones[status];
  return <Chip tone={tone}>{statusWords(run, answer, text)}</Chip>;
}
