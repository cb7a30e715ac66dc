/** How the lines of an explanation are painted; source `why`, told apart by `part`. */
import type { FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { LayerId } from "../map/layer-order.ts";
import type { ThemeName } from "../theme/palette.ts";
import type { WhyPart } from "./why-map.ts";

/** Colours of the explanation, light and dark. */
export const whyColours: Readonly<Record<ThemeName, Readonly<Record<WhyPart | "halo", string>>>> = {
  light: {
    route: "#1C5A9C",
    slow: "#F2B632",
    hose: "#A3257A",
    water: "#8FC0F0",
    ring: "#1C5A9C",
    halo: "#FFFFFF",
  },
  dark: {
    route: "#7FB4EE",
    slow: "#F2B632",
    hose: "#F07CC4",
    water: "#2F5F8F",
    ring: "#7FB4EE",
    halo: "#12171D",
  },
};

type WhyLayer = LayerSpecification & { id: LayerId };

export function whyLayers(theme: ThemeName): WhyLayer[] {
  const colour = whyColours[theme];
  const of = (part: WhyPart): FilterSpecification => ["==", ["get", "part"], part];
  const round = { "line-cap": "round", "line-join": "round" } as const;
  const base = { type: "line", source: "why" } as const;
  return [
    {
      ...base,
      id: "why-water-line:ring",
      filter: of("ring"),
      paint: { "line-color": colour.ring, "line-width": 1.8, "line-dasharray": [1, 2] },
    },
    {
      ...base,
      id: "why-water-line",
      filter: of("water"),
      layout: round,
      paint: { "line-color": colour.water, "line-width": 16 },
    },
    {
      ...base,
      id: "why-route:casing",
      filter: of("route"),
      layout: round,
      paint: { "line-color": colour.halo, "line-width": 10 },
    },
    {
      ...base,
      id: "why-route",
      filter: of("route"),
      layout: round,
      paint: { "line-color": colour.route, "line-width": 7 },
    },
    {
      ...base,
      id: "why-route:slow",
      filter: of("slow"),
      paint: { "line-color": colour.slow, "line-width": 3, "line-dasharray": [2, 1.6] },
    },
    {
      ...base,
      id: "why-hose:casing",
      filter: of("hose"),
      layout: { "line-join": "round" },
      paint: { "line-color": colour.halo, "line-width": 7.5 },
    },
    {
      ...base,
      id: "why-hose",
      filter: of("hose"),
      layout: { "line-join": "round" },
      paint: { "line-color": colour.hose, "line-width": 4.5, "line-dasharray": [2.2, 1] },
    },
  ];
}
