/** Dragging by mouse, pen, touch and arrow keys: the same positions, told while in the air and once at rest. */
import type { LonLat } from "@firecover/domain";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { useMap } from "../map/map-context.ts";

interface Dragging {
  at: LonLat;
  onMove: (to: LonLat) => void;
  onDrop: (to: LonLat) => void;
  onCancel: () => void;
  isLocked: boolean;
  /** Metres per press of an arrow key, and with Shift. */
  steps?: readonly [number, number];
}

/** Below that a press is a click. */
const leastPixels = 4;
const keyRestMilliseconds = 450;
const metresPerDegree = 111_195;
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function useDragging({ at, onMove, onDrop, onCancel, isLocked, steps = [10, 100] }: Dragging) {
  const map = useMap();
  const press = useRef<{ x: number; y: number; at: LonLat; last: LonLat | null } | null>(null);
  /** Where the keys have brought it, until they rest. */
  const keyed = useRef<{ to: LonLat; timer: ReturnType<typeof setTimeout> } | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(
    () => () => {
      if (keyed.current) clearTimeout(keyed.current.timer);
    },
    [],
  );

  const dropKeyed = () => {
    if (!keyed.current) return;
    clearTimeout(keyed.current.timer);
    const { to } = keyed.current;
    keyed.current = null;
    drop.current(to);
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (isLocked || event.button !== 0) return;
      dropKeyed();
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, y: event.clientY, at, last: null };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const started = press.current;
      if (!started) return;
      const [dx, dy] = [clientX - started.x, clientY - started.y];
      if (!started.last && Math.hypot(dx, dy) < leastPixels) return;
      const { x, y } = map.project(started.at);
      const { lng, lat } = map.unproject([x + dx, y + dy]);
      started.last = [lng, lat];
      onMove(started.last);
    },
    onPointerUp() {
      const last = press.current?.last;
      press.current = null;
      if (last) onDrop(last);
    },
    onPointerCancel() {
      const last = press.current?.last;
      press.current = null;
      if (last) onCancel();
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape" && keyed.current) {
        clearTimeout(keyed.current.timer);
        keyed.current = null;
        return onCancel();
      }
      const direction = directions[event.key];
      if (!direction || isLocked) return;
      event.preventDefault();
      const metres = steps[event.shiftKey ? 1 : 0];
      const [lon, lat] = keyed.current?.to ?? at;
      const degrees = metres / metresPerDegree;
      const to: LonLat = [
        lon + (direction[0] * degrees) / Math.cos((lat * Math.PI) / 180),
        lat + direction[1] * degrees,
      ];
      if (keyed.current) clearTimeout(keyed.current.timer);
      keyed.current = { to, timer: setTimeout(dropKeyed, keyRestMilliseconds) };
      onMove(to);
    },
    onBlur: dropKeyed,
  };
}
