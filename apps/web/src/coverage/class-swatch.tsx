/** A stretch of road in one class, with its dots or dashes; null = no engine can enter. */
import { usePalette } from "../theme/use-theme.ts";
import type { TimeClass } from "./time-classes.ts";

const dashArray = { none: undefined, dots: "2 4", dashes: "5 3" } as const;

export function ClassSwatch({ timeClass, width = 26 }: { timeClass: TimeClass | null; width?: number }) {
  const palette = usePalette();
  if (!timeClass)
    return (
      <svg width={width} height="8" aria-hidden="true">
        <path d={`M0 4H${width}`} stroke={palette.noEntry} strokeWidth="2" strokeDasharray="6 4" />
      </svg>
    );
  return (
    <svg width={width} height="8" aria-hidden="true">
      <path d={`M0 4H${width}`} stroke={timeClass.colour} strokeWidth="6" />
      {timeClass.mark !== "none" && (
        <path
          d={`M2 4H${width - 2}`}
          stroke={palette.outsideMark}
          strokeWidth="1.6"
          strokeDasharray={dashArray[timeClass.mark]}
        />
      )}
    </svg>
  );
}
