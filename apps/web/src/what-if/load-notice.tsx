/** How far the province's graph has come to this browser, or why it does not come. */
import { ApiError } from "../api/http.ts";
import { useText } from "../i18n/use-text.ts";
import { useRecompute } from "../state/use-recompute.ts";
import { Button } from "../ui/button.tsx";
import { ErrorState, Spinner } from "../ui/states.tsx";
import type { ProvinceState } from "./live-province.ts";
import { openTry } from "./what-if-now.ts";

type Load = Exclude<ProvinceState["load"], { state: "ready" }>;

export function LoadNotice({ load }: { load: Load }) {
  const { t, format } = useText();
  const recompute = useRecompute();
  if (load.state === "loading") {
    const { phase, bytes } = load.progress;
    const megabytes = bytes > 0 ? `: ${format.decimal(bytes / 1e6, 1)}\u00a0MB` : "";
    return (
      <p className="what-if-loading" role="status">
        <Spinner label={`${t(`whatIf.loading.${phase}`)}${megabytes}`} />
      </p>
    );
  }
  const hasMovedOn = load.error instanceof ApiError && load.error.status === 409;
  if (!hasMovedOn)
    return (
      <ErrorState
        what={t("whatIf.loadFailed")}
        error={load.error}
        onRetry={() => openTry.set(openTry.get() + 1)}
      />
    );
  return (
    <div className="what-if-moved-on" role="alert">
      <p>{t("whatIf.movedOn")}</p>
      {recompute.isPending ? (
        <Spinner label={t("stamp.running")} />
      ) : (
        <Button isCompact look="primary" onPress={() => recompute.mutate()}>
          {t("whatIf.recalculate")}
        </Button>
      )}
    </div>
  );
}
