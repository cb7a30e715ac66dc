/** Corners as handles: dragged, moved by keys, taken out; the first one closes the outline. */
import type { LonLat } from "@firecover/domain";
import type { KeyboardEvent } from "react";
import { useRef } from "react";
import { Placed } from "../what-if/placed.tsx";
import { useDragging } from "../what-if/use-dragging.ts";
import { removeCorner, setCorners, siteDrawing } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";
import { finishOutline } from "./sketch-actions.ts";
import "../what-if/handles.css";

/** Metres per arrow key: plots are some fifty metres wide. */
export const fineSteps = [1, 10] as const;

export function CornerHandles({ corners }: { corners: readonly LonLat[] }) {
  return corners.map((at, index) => (
    // Corners have no name but their place in the row.
    <CornerHandle key={index} at={at} index={index} count={corners.length} />
  ));
}

function CornerHandle({ at, index, count }: { at: LonLat; index: number; count: number }) {
  const { t, language } = useDrawingText();
  const start = useRef<LonLat | null>(null);
  const isDragged = useRef(false);
  const move = (to: LonLat) => {
    const { sketch } = siteDrawing.get();
    if (sketch) setCorners(sketch.corners.map((corner, i) => (i === index ? to : corner)));
  };
  const dragging = useDragging({
    at,
    isLocked: false,
    steps: fineSteps,
    onMove: (to) => {
      start.current ??= at;
      isDragged.current = true;
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
        className="what-if-handle corner-handle"
        aria-label={t("draw.corner", { number: index + 1, count })}
        data-first={index === 0 || undefined}
        {...dragging}
        onPointerDown={(event) => {
          isDragged.current = false;
          dragging.onPointerDown(event);
        }}
        // The first corner closes the outline, so does the second press of a double click on the last one.
        onClick={(event) => {
          const isEnd = (index === 0 && count > 2) || event.detail > 1;
          if (isEnd && !isDragged.current) finishOutline(language === "en" ? "." : ",");
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === "Delete") removeCorner(index);
          dragging.onKeyDown(event);
        }}
      />
    </Placed>
  );
}
