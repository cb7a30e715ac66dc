/** What was last done to the register, with the way back. */
import { Check, TriangleAlert, X } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import type { Notice } from "./use-record-writes.ts";

export function NoticeBar({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  const { t } = useText();
  const Icon = notice?.tone === "bad" ? TriangleAlert : Check;
  return (
    <div className="notice-bar" role="status" aria-live="polite" data-tone={notice?.tone}>
      {notice && (
        <>
          <Icon size={16} strokeWidth={1.7} aria-hidden />
          <span>{notice.words}</span>
          {notice.undo && (
            <Button look="quiet" onPress={notice.undo}>
              {t("registers.undo.action")}
            </Button>
          )}
          <IconButton label={t("action.close")} onPress={onClose}>
            <X size={16} strokeWidth={1.7} />
          </IconButton>
        </>
      )}
    </div>
  );
}
