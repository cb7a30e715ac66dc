/** What was last done on the map, with the way back. */
import { X } from "lucide-react";
import { useStorePart } from "../state/store.ts";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { setDrawing, siteDrawing } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";

export function DrawingNotice({ className }: { className: string }) {
  const { t } = useDrawingText();
  const notice = useStorePart(siteDrawing, (drawing) => drawing.notice);
  return (
    <div role="status" className={classNames("drawing-notice", className)}>
      {notice && (
        <p className={notice.tone === "bad" ? "drawing-bad" : undefined}>
          <span>{notice.words}</span>
          {notice.undo && (
            <Button look="quiet" isCompact onPress={notice.undo}>
              {t("registers.undo.action")}
            </Button>
          )}
          <IconButton label={t("action.close")} onPress={() => setDrawing({ notice: null })}>
            <X size={16} strokeWidth={1.7} />
          </IconButton>
        </p>
      )}
    </div>
  );
}
