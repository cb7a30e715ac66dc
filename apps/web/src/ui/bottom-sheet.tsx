/** A sheet with three stops; dragged by its handle or moved with the arrow keys. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import "./bottom-sheet.css";

export const sheetStops = ["low", "half", "full"] as const;
export type SheetStop = (typeof sheetStops)[number];

interface Props {
  label: string;
  stop: SheetStop;
  onStop: (stop: SheetStop) => void;
  /** What stays in sight at the lowest stop. */
  head: ReactNode;
  children: ReactNode;
}

const lowPixels = 96;
const heightOf = (stop: SheetStop, room: number) =>
  stop === "low" ? lowPixels : stop === "half" ? room * 0.46 : room - 8;

export function BottomSheet({ label, stop, onStop, head, children }: Props) {
  const sheet = useRef<HTMLElement>(null);
  const start = useRef<{ y: number; height: number } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const room = () => sheet.current?.parentElement?.clientHeight ?? 600;

  const down = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { y: event.clientY, height: sheet.current!.offsetHeight };
  };
  const move = (event: PointerEvent) => {
    if (!start.current) return;
    const height = start.current.height + start.current.y - event.clientY;
    setDragged(Math.max(lowPixels, Math.min(height, room() - 8)));
  };
  const up = () => {
    if (dragged !== null) {
      const distance = (candidate: SheetStop) => Math.abs(heightOf(candidate, room()) - dragged);
      onStop(sheetStops.toSorted((a, b) => distance(a) - distance(b))[0]!);
    }
    start.current = null;
    setDragged(null);
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = sheetStops[sheetStops.indexOf(stop) + step];
    if (next) onStop(next);
  };

  return (
    <section
      ref={sheet}
      className={`bottom-sheet bottom-sheet-${stop}`}
      style={dragged === null ? undefined : { height: dragged, transition: "none" }}
    >
      <div
        className="bottom-sheet-handle"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={2}
        aria-valuenow={sheetStops.indexOf(stop)}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onKeyDown={key}
      >
        <span className="bottom-sheet-grip" />
        {head}
      </div>
      <div className="bottom-sheet-body">{children}</div>
    </section>
  );
}
