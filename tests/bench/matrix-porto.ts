/** Costs from 20 places to 500 in a real city, snapping included, beside Valhalla's matrix: not like for like. */
import { costMatrix, createSnapper, driveGraph, usableEdges } from "@firecover/road-network";
import type { Figure } from "./figure.ts";
import { seededRandom } from "./grid-graph.ts";
import { matrixByValhalla } from "./peers/valhalla.ts";
import { anybody, portoNetwork, portoPath } from "./porto.ts";

const rounds = 7;

export async function measureMatrixOfPorto(): Promise<Figure[]> {
  const path = portoPath();
  if (path === null) {
    process.stderr.write("  matrix/porto-20x500 left out: no shared data\n");
    return [];
  }
  const network = await portoNetwork(path);
  const graph = driveGraph(network, anybody);
  const snapper = createSnapper(network);
  const usable = usableEdges(graph);
  const random = seededRandom(5);
  const places = (count: number) =>
    Array.from({ length: count }, () => {
      const u = Math.floor(random() * network.nodeCount);
      return { lon: network.nodeLon[u]! + random() * 0.0003, lat: network.nodeLat[u]! + random() * 0.0003 };
    });
  const [sources, targets] = [places(20), places(500)];

  const millis: number[] = [];
  for (let round = 0; round < 2 + rounds; round++) {
    const start = performance.now();
    const snapped = [sources, targets].map((list) =>
      list.map(({ lon, lat }) => snapper.snap(lon, lat, { usable })),
    );
    for (const row of costMatrix(graph, snapped[0]!, snapped[1]!)) if (row.cost.length !== 500) throw row;
    if (round >= 2) millis.push(performance.now() - start); // compiled before it is timed
  }
  const valhalla = await matrixByValhalla(path, sources, targets, 3).catch((error: unknown) => {
    const message = error instanceof Error ? error.message.trim().split("\n").at(-1) : error;
    process.stderr.write(`  valhalla left out: ${message}\n`);
    return null;
  });
  return [
    {
      name: "matrix/porto-20x500",
      value: Math.min(...millis),
      unit: "ms",
      peers: valhalla ? { valhalla: Math.min(...valhalla) } : {},
      goal: null,
    },
  ];
}
