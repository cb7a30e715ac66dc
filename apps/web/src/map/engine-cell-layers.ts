/** Population cells coloured by how many engines are there in time; none is hatched. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../theme/palette.ts";
import type { LayerId } from "./layer-order.ts";

/** A class of the map: this many engines or more, up to the next class. */
export interface EngineClass {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  readonly isHatched: boolean;
}

/** Warm up to one engine, cool from two on: what a fire of the ordinary hazard class needs. */
export function engineClasses({ inside, outside }: Palette): readonly EngineClass[] {
  const last = Number.POSITIVE_INFINITY;
  return [
    { from: 0, to: 0, colour: outside[2], isHatched: true },
    { from: 1, to: 1, colour: outside[0], isHatched: false },
    { from: 2, to: 2, colour: inside[0], isHatched: false },
    { from: 3, to: 4, colour: inside[1], isHatched: false },
    { from: 5, to: last, colour: inside[2], isHatched: false },
  ];
}

/** Tiles know nothing of engines, so the layers name the cells: `match` looks a name up without searching a list. */
export function engineCellLayers(
  palette: Palette,
  h3: readonly string[],
  engines: readonly number[],
): (LayerSpecification & { id: LayerId })[] {
  const [none, ...some] = engineClasses(palette);
  // A cell on a commune's edge is listed once per commune; where its parts differ the fewer engines count.
  const enginesOf = new Map<string, number>();
  h3.forEach((cell, i) => {
    enginesOf.set(cell, Math.min(enginesOf.get(cell) ?? Number.POSITIVE_INFINITY, engines[i]!));
  });
  const named = some.flatMap(({ from, to, colour }) => {
    const own = [...enginesOf].filter(([, count]) => count >= from && count <= to).map(([cell]) => cell);
    return own.length > 0 ? [{ own, colour }] : [];
  });
  const cells = { source: "density-cells", "source-layer": "density-cells", minzoom: 9 } as const;
  const match = (value: (colour: string) => unknown, otherwise: unknown) =>
    named.length === 0
      ? otherwise
      : ["match", ["get", "h3"], ...named.flatMap(({ own, colour }) => [own, value(colour)]), otherwise];
  return [
    {
      id: "analysis-cell",
      type: "fill",
      ...cells,
      paint: {
        "fill-color": match((colour) => colour, none!.colour) as ExpressionSpecification,
        "fill-opacity": 0.85,
        "fill-outline-color": palette.land,
      },
    },
    {
      id: "analysis-cell:none",
      type: "fill",
      ...cells,
      filter: match(() => false, true) as FilterSpecification,
      paint: { "fill-pattern": "hatch-share" },
    },
  ];
}
