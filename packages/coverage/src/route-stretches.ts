/** The route driven as stretches of one name each, the slowest of them marked. */
import type { RouteStretch } from "@firecover/domain";
import { type RoadNetwork, roadClasses } from "@firecover/road-network";
import type { Leg } from "./crew-path.ts";
import { joinStretches, stretchOfEdge } from "./edge-geometry.ts";

/** Shorter ones (a corner, a gate) are never called slow. */
const leastSlowMetres = 20;

export function routeStretches(network: RoadNetwork, legs: readonly Leg[]): RouteStretch[] {
  const groups: Leg[][] = [];
  for (const leg of legs) {
    const last = groups.at(-1);
    if (last && isSameRoad(network, last[0]!, leg)) last.push(leg);
    else groups.push([leg]);
  }
  const stretches = groups.flatMap((group) => {
    const geometry = joinStretches(group.map(({ edge, from, to }) => stretchOfEdge(network, edge, from, to)));
    return geometry ? [{ ...measures(network, group), geometry }] : [];
  });
  const long = stretches.filter(({ lengthMetres }) => lengthMetres >= leastSlowMetres);
  const slowest = long.length > 1 ? Math.min(...long.map(({ speedKph }) => speedKph)) : 0;
  return stretches.map((stretch) => ({
    ...stretch,
    isSlowest: stretch.lengthMetres >= leastSlowMetres && stretch.speedKph <= slowest * 1.01,
  }));
}

function isSameRoad({ edgeWay, wayName, wayClass }: RoadNetwork, a: Leg, b: Leg): boolean {
  const [v, w] = [edgeWay[a.edge]!, edgeWay[b.edge]!];
  const name = wayName[v] ?? null;
  return name === (wayName[w] ?? null) && (name !== null || wayClass[v] === wayClass[w]);
}

function measures(network: RoadNetwork, group: readonly Leg[]): Omit<RouteStretch, "geometry" | "isSlowest"> {
  const { edgeWay, wayName, wayClass, wayAccess, wayWidthMetres } = network;
  const ways = group.map(({ edge }) => edgeWay[edge]!);
  const lengthMetres = group.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0) / 1000;
  const seconds = group.reduce((sum, { millis }) => sum + millis, 0) / 1000;
  const widths = ways.map((w) => wayWidthMetres[w]!).filter((width) => !Number.isNaN(width));
  return {
    name: wayName[ways[0]!] ?? null,
    roadClass: roadClasses[wayClass[ways[0]!]!]!,
    lengthMetres,
    seconds,
    speedKph: seconds === 0 ? 0 : Math.round((lengthMetres / seconds) * 36) / 10,
    widthMetres: widths.length === 0 ? null : Math.min(...widths),
    isPrivate: ways.some((w) => wayAccess[w] === 1),
  };
}
