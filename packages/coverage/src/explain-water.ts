/** The water sources within reach of a point: what each can give and the way the hose takes. */
import type { Explanation } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import { farthestSourceMillimetres, type PlacedPoints, type PreparedCoverage } from "./compute-coverage.ts";
import { joinStretches, stretchOfEdge } from "./edge-geometry.ts";
import type { Supply } from "./water.ts";
import { minutesOfSource } from "./water-duration.ts";
import type { WaterPairs } from "./water-pairs.ts";

type ExplainedSource = Explanation["water"]["sources"][number];

/** Paths are drawn for so many of the nearest. */
const mostPaths = 12;

export function explainSources(
  prepared: PreparedCoverage,
  placed: PlacedPoints,
  pairs: WaterPairs,
  supplies: { certain: Supply; possible: Supply },
  i: number,
  requiredLps: number,
): ExplainedSource[] {
  const sources: ExplainedSource[] = [];
  for (let k = pairs.first[i]!; k < pairs.first[i + 1]!; k++) {
    const s = pairs.source[k]!;
    const source = prepared.input.waterSources[s]!;
    const { id, name, kind, location, flowLps, volumeM3 } = source;
    const serves = (supply: Supply) =>
      supply.capacity[s]! > 0 && pairs.millimetres[k]! <= supply.radiusMillimetres[s]!;
    const isDrawn = sources.length < mostPaths;
    sources.push({
      id,
      name,
      kind,
      location,
      metres: pairs.millimetres[k]! / 1000,
      flowLps,
      volumeM3,
      minutes: minutesOfSource(source, requiredLps),
      verdict: serves(supplies.certain) ? "met" : serves(supplies.possible) ? "unknown" : "not-met",
      path: isDrawn ? waterPath(prepared, placed, s, i) : null,
    });
  }
  return sources;
}

/** From the source along ways to the point; null where both stand at the same place. */
function waterPath(
  { input, roads, water }: PreparedCoverage,
  { points, approaches }: PlacedPoints,
  s: number,
  i: number,
) {
  const { network } = input;
  const { edgeTail, edgeHead, edgeLengthMillimetres } = network;
  const from = water.approaches;
  const limit = farthestSourceMillimetres(input.standard) + 1;
  const seeds: { node: number; cost: number; owner: number; k: number; endAlong: number }[] = [];
  for (let k = from.start(s, limit); k >= 0; k = from.next(s, k, limit)) {
    const e = from.edge[k]!;
    const along = from.alongMillimetres[k]!;
    const left = edgeLengthMillimetres[e]! - along;
    const hose = from.hoseMillimetres[k]!;
    seeds.push({ node: edgeTail[e]!, cost: hose + along, owner: 0, k, endAlong: 0 });
    seeds.push({ node: edgeHead[e]!, cost: hose + left, owner: 0, k, endAlong: along + left });
  }
  const { cost, parentArc } = roads.hoseQuery.run(seeds, limit);

  let best = UNREACHED;
  const end = { edge: 0, along: 0, start: 0, fromNode: -1, sourceK: -1 };
  for (let k = approaches.start(i, limit); k >= 0; k = approaches.next(i, k, limit)) {
    const edge = approaches.edge[k]!;
    const along = approaches.alongMillimetres[k]!;
    const hose = approaches.hoseMillimetres[k]!;
    const length = edgeLengthMillimetres[edge]!;
    const offer = (total: number, start: number, fromNode: number, sourceK: number) => {
      if (total >= best) return;
      best = total;
      Object.assign(end, { edge, along, start, fromNode, sourceK });
    };
    for (let sourceK = from.start(s, limit); sourceK >= 0; sourceK = from.next(s, sourceK, limit)) {
      if (from.edge[sourceK] !== edge) continue;
      const start = from.alongMillimetres[sourceK]!;
      offer(hose + Math.abs(along - start) + from.hoseMillimetres[sourceK]!, start, -1, sourceK);
    }
    const [u, v] = [edgeTail[edge]!, edgeHead[edge]!];
    if (cost[u] !== UNREACHED) offer(hose + cost[u]! + along, 0, u, -1);
    if (cost[v] !== UNREACHED) offer(hose + cost[v]! + length - along, length, v, -1);
  }
  if (best === UNREACHED) return null;
  const { edge, along, start, fromNode, sourceK } = end;
  const stretches = [stretchOfEdge(network, edge, start, along)];
  let firstK = sourceK;
  for (let u = fromNode; u >= 0; ) {
    const a = parentArc[u]!;
    if (a < 0) {
      const seed = seeds[-2 - a]!;
      firstK = seed.k;
      stretches.push(
        stretchOfEdge(network, from.edge[firstK]!, from.alongMillimetres[firstK]!, seed.endAlong),
      );
      break;
    }
    const e = roads.foot.arcEdge[a]!;
    const length = edgeLengthMillimetres[e]!;
    stretches.push(
      roads.foot.arcIsForward[a]
        ? stretchOfEdge(network, e, 0, length)
        : stretchOfEdge(network, e, length, 0),
    );
    u = roads.foot.tail[a]!;
  }
  const { location } = input.waterSources[s]!;
  return joinStretches([[location], ...stretches.reverse(), [[points.lon[i]!, points.lat[i]!]]]);
}
