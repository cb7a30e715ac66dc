/** One step back, one step on again. */
import { Redo2, Undo2 } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { useStorePart } from "../state/store.ts";
import { IconButton } from "../ui/icon-button.tsx";
import type { WhatIf } from "./what-if-now.ts";

export function UndoButtons({ whatIf: { desk } }: { whatIf: WhatIf }) {
  const { t } = useText();
  const canUndo = useStorePart(desk.state, ({ history }) => history.past.length > 0);
  const canRedo = useStorePart(desk.state, ({ history }) => history.future.length > 0);
  return (
    <>
      <IconButton label={t("whatIf.undo")} isDisabled={!canUndo} onPress={desk.undo}>
        <Undo2 size={18} strokeWidth={1.7} />
      </IconButton>
      <IconButton label={t("whatIf.redo")} isDisabled={!canRedo} onPress={desk.redo}>
        <Redo2 size={18} strokeWidth={1.7} />
      </IconButton>
    </>
  );
}
