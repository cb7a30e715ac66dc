/** Whether the server, asked for the same changes, came to the same bytes: quiet where it did, loud where not. */
import { Check, TriangleAlert } from "lucide-react";
import { RecalculateButton } from "../frame/recalculate-button.tsx";
import { useText } from "../i18n/use-text.ts";
import { useStore } from "../state/store.ts";
import { Spinner } from "../ui/states.tsx";
import type { CheckState } from "./server-check.ts";
import type { WhatIf } from "./what-if-now.ts";

export function CheckNotice({ whatIf }: { whatIf: WhatIf }) {
  return <CheckWords check={useStore(whatIf.check.state)} />;
}

export function CheckWords({ check }: { check: CheckState }) {
  const { t } = useText();
  switch (check.state) {
    case "none":
      return <span className="caption">{t("whatIf.unchecked")}</span>;
    case "computing":
      return <Spinner label={t("whatIf.check.computing")} />;
    case "same":
      return (
        <span className="stamp-fresh">
          <Check size={14} strokeWidth={2} aria-hidden />
          {t("whatIf.check.same")}
        </span>
      );
    case "different":
      return (
        <span className="stamp-different" role="alert">
          <TriangleAlert size={14} strokeWidth={2} aria-hidden />
          {t("whatIf.check.different")}
          <RecalculateButton />
        </span>
      );
    case "failed":
      return (
        <span className="stamp-stale" role="alert">
          <TriangleAlert size={14} strokeWidth={1.7} aria-hidden />
          {t("whatIf.check.failed", {
            reason: check.error instanceof Error ? check.error.message : String(check.error),
          })}
        </span>
      );
  }
}
