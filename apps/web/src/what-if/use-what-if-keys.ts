/** Keys of an open scenario: undo, redo, and B held to see today. */
import { useEffect } from "react";
import { setBench } from "./use-open-what-if.ts";
import type { WhatIf } from "./what-if-now.ts";

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

export function useWhatIfKeys(whatIf: WhatIf | null): void {
  useEffect(() => {
    if (!whatIf) return;
    const down = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        const isUndo = key === "z" && !event.shiftKey;
        const isRedo = key === "y" || (key === "z" && event.shiftKey);
        if (isUndo) whatIf.desk.undo();
        if (isRedo) whatIf.desk.redo();
        if (isUndo || isRedo) event.preventDefault();
      } else if (key === "b" && !event.altKey && !event.repeat) {
        setBench(whatIf, { isTodayHeld: true });
      } else if (key === "escape") {
        whatIf.desk.cancel();
        setBench(whatIf, { tool: "move", selected: null });
      }
    };
    const letGo = () => setBench(whatIf, { isTodayHeld: false });
    const up = ({ key }: KeyboardEvent) => {
      if (key.toLowerCase() === "b") letGo();
    };
    document.addEventListener("keydown", down);
    document.addEventListener("keyup", up);
    // A key released in another window is never told of.
    window.addEventListener("blur", letGo);
    return () => {
      document.removeEventListener("keydown", down);
      document.removeEventListener("keyup", up);
      window.removeEventListener("blur", letGo);
    };
  }, [whatIf]);
}
