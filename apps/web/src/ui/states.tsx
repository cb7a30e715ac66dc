/** What a place shows while it loads, when it has nothing, and when something failed. */
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "./button.tsx";
import "./states.css";

const barWidths = [92, 69, 86, 63, 80, 57, 74, 90] as const;

/** Bars of the coming content's height, so nothing jumps when it arrives. */
export function Skeleton({ lines = 3, height = 18 }: { lines?: number; height?: number }) {
  const { t } = useText();
  return (
    <div className="skeleton" role="status" aria-label={t("state.loading")}>
      {barWidths.slice(0, lines).map((width) => (
        <span key={width} style={{ height, width: `${width}%` }} />
      ))}
    </div>
  );
}

/** One sentence and one action. */
export function EmptyState({ sentence, action }: { sentence: ReactNode; action?: ReactNode }) {
  return (
    <div className="state">
      <p>{sentence}</p>
      {action}
    </div>
  );
}

/** What failed, why if the server said so, and a way to try again. */
export function ErrorState(props: { what: string; error: unknown; onRetry?: () => void }) {
  const { t } = useText();
  const reason = props.error instanceof Error ? props.error.message : null;
  return (
    <div className="state state-error" role="alert">
      <p>
        <TriangleAlert size={18} strokeWidth={1.7} aria-hidden />
        <b>{t("state.failed", { what: props.what })}</b>
      </p>
      {reason && <p className="caption">{reason}</p>}
      {props.onRetry && <Button onPress={props.onRetry}>{t("state.retry")}</Button>}
    </div>
  );
}

export function Spinner({ label }: { label: string }) {
  return (
    <span className="spinner">
      <span className="spinner-ring" aria-hidden />
      {label}
    </span>
  );
}
