/** The answer first, in one sentence. */
import type { Explanation } from "@firecover/domain";
import { Check, CircleHelp, TriangleAlert } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { verdictSentence } from "./verdict-sentence.ts";

const icons = { met: Check, "not-met": TriangleAlert, unknown: CircleHelp } as const;

export function VerdictBanner({ explanation }: { explanation: Explanation }) {
  const text = useText();
  const { verdict, head, detail } = verdictSentence(explanation, text);
  const Icon = icons[verdict];
  return (
    <div className="verdict-banner" data-verdict={verdict} aria-live="polite">
      <Icon size={20} strokeWidth={1.7} aria-hidden />
      <p>
        <b>{head}</b>
        {detail && <span>{detail}</span>}
      </p>
    </div>
  );
}
