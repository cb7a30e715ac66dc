/** The shield of a fire station, as on the map. */
import { flamePath, shieldPath } from "../map/shapes.ts";
import { usePalette } from "../theme/use-theme.ts";

export function StationMark({ size = 18 }: { size?: number }) {
  const palette = usePalette();
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shieldPath} fill={palette.stationFill} />
      <path d={flamePath} fill={palette.stationFlame} />
    </svg>
  );
}
