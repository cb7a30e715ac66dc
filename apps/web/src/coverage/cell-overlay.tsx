/** Population cells coloured by minutes to the first engine. */

import type { ExpressionSpecification } from "maplibre-gl";
import { useEffect } from "react";
import { useMap } from "../map/map-context.ts";
import { usePalette } from "../theme/use-theme.ts";
import { timeClasses } from "./time-classes.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";

export function CellOverlay({ minutes }: { minutes: number }) {
  const map = useMap();
  const palette = usePalette();
  const { as = "certain" } = useCoverageSearch();
  useEffect(() => {
    const seconds: ExpressionSpecification = ["get", `seconds_${as}`];
    const branches = timeClasses(minutes, palette).flatMap(({ toMinutes, colour }) =>
      toMinutes === Number.POSITIVE_INFINITY ? [colour] : [["<=", seconds, toMinutes * 60], colour],
    );
    const colour = ["case", ["!", ["has", `seconds_${as}`]], palette.noEntry, ...branches];
    map.setPaintProperty("population-cell", "fill-color", colour as ExpressionSpecification);
  }, [map, palette, minutes, as]);
  return null;
}
