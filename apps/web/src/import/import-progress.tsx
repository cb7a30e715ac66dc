/** How far an import has come, with a way to stop it. */

import type { ImportState } from "../api/imports.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/states.tsx";
import { importPhase } from "./import-phase.ts";

interface Props {
  job: ImportState | undefined;
  isSending: boolean;
  sentShare: number;
  onCancel: () => void;
}

export function ImportProgress({ job, isSending, sentShare, onCancel }: Props) {
  const text = useText();
  const { t, format } = text;
  const progress = isSending ? null : (job?.progress ?? null);
  const share = isSending ? sentShare : progress?.total ? progress.done / progress.total : undefined;
  const title = isSending
    ? t("import.uploading", { share: format.percent(sentShare, 0) })
    : job?.state === "queued"
      ? t("import.state.queued")
      : t(job?.isDryRun ? "import.checking" : "import.importing", { file: job?.file ?? "" });
  return (
    <section className="import-card import-progress" aria-live="polite">
      <Spinner label={title} />
      <progress value={share} aria-label={title} />
      <p className="caption">
        {progress &&
          t("import.progress", {
            phase: importPhase(progress.phase, text),
            done: format.count(progress.done),
            total: format.count(progress.total ?? 0),
            hasTotal: progress.total === null ? "no" : "yes",
          })}
      </p>
      <Button onPress={onCancel}>{t("import.cancel")}</Button>
    </section>
  );
}
