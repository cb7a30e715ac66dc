/** The mark of a gap's cause, as on the map. */
import type { GapCause } from "@firecover/domain";
import { causePath } from "../map/shapes.ts";
import { usePalette } from "../theme/use-theme.ts";

export function CauseMark({ cause, size = 14 }: { cause: GapCause; size?: number }) {
  const palette = usePalette();
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={causePath[cause]} fill={palette.causes[cause]} />
    </svg>
  );
}
