/** What a screen shows when it fails: what happened and the way back, in place of an empty page. */
import { useRouter } from "@tanstack/react-router";
import { useText } from "../i18n/use-text.ts";
import { ErrorState } from "../ui/states.tsx";

export function ScreenFault({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useText();
  const router = useRouter();
  return (
    <ErrorState
      what={t("frame.screen")}
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
