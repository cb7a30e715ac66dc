/** The registers changed after the run: it cannot be explained any more, only computed again. */
import { useText } from "../i18n/use-text.ts";
import { useRecompute } from "../state/use-recompute.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState, Spinner } from "../ui/states.tsx";

export function OutdatedAnswer() {
  const { t } = useText();
  const recompute = useRecompute();
  return (
    <EmptyState
      sentence={t("why.outdated")}
      action={
        <>
          <Button look="primary" isDisabled={recompute.isPending} onPress={() => recompute.mutate()}>
            {recompute.isPending ? <Spinner label={t("import.recomputing")} /> : t("import.recompute")}
          </Button>
          {recompute.error && (
            <p role="alert">{t("import.recomputeFailed", { reason: recompute.error.message })}</p>
          )}
        </>
      }
    />
  );
}
