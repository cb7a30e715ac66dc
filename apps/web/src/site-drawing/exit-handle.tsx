/** Where engines leave the plot, as a handle on the map. */
import type { LonLat } from "@firecover/domain";
import { DoorOpen } from "lucide-react";
import { useRef } from "react";
import type { Draft } from "../registers/field.ts";
import { Placed } from "../what-if/placed.tsx";
import { useDragging } from "../what-if/use-dragging.ts";
import { fineSteps } from "./corner-handles.tsx";
import { setSketch, siteDrawing } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";
import { draftOfExit, exitOfDraft } from "./place-registers.ts";

export function ExitHandle({ draft }: { draft: Draft }) {
  const at = exitOfDraft(draft);
  return at && <PlacedExit at={at} />;
}

function PlacedExit({ at }: { at: LonLat }) {
  const { t, language } = useDrawingText();
  const start = useRef<LonLat | null>(null);
  const move = (to: LonLat) => {
    const { sketch } = siteDrawing.get();
    const decimalMark = language === "en" ? "." : ",";
    if (sketch) setSketch({ exit: "moved", draft: { ...sketch.draft, ...draftOfExit(to, decimalMark) } });
  };
  const dragging = useDragging({
    at,
    isLocked: false,
    steps: fineSteps,
    onMove: (to) => {
      start.current ??= at;
      move(to);
    },
    onDrop: (to) => {
      start.current = null;
      move(to);
    },
    onCancel: () => {
      if (start.current) move(start.current);
      start.current = null;
    },
  });
  return (
    <Placed at={at}>
      <button
        type="button"
        className="what-if-handle exit-handle"
        aria-label={t("draw.exitHandle")}
        {...dragging}
      >
        <DoorOpen size={16} strokeWidth={1.9} aria-hidden />
      </button>
      <span className="what-if-name">{t("draw.exit")}</span>
    </Placed>
  );
}
