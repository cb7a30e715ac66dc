/** How long the engine takes to repair its reach while one of 30 stations is dragged. Measured since the answer follows the mouse. */
import {
  createReachQuery,
  createReachRepair,
  createSnapper,
  driveGraph,
  type NodeSeed,
  type RoadGraph,
  type Snap,
} from "@firecover/road-network";
import { type Figure, median } from "./figure.ts";
import { gridNetwork, seededRandom } from "./grid-graph.ts";

const stationCount = 30;
const moveCount = 1000;
const shortMetres = 50;
const longMetres = 10_000;
const metresPerDegree = 111_195;

export async function run(): Promise<Figure[]> {
  const graph = driveGraph(gridNetwork(548, 1), {
    limits: null,
    unknownWidth: "passes",
    classesAssumedWide: [],
    turnRestrictions: true,
    contraflow: false,
    speedFactor: 1,
  });
  const { repaired, full } = measure(graph);
  const worst = Math.max(...repaired);
  const kinds = [0, 1].map((kind) => repaired.filter((_, i) => i % 2 === kind));
  process.stderr.write(
    `drag: median of short moves ${median(kinds[0]!).toFixed(2)} ms, of long ones ${median(kinds[1]!).toFixed(2)} ms\n`,
  );
  return [
    {
      name: "drag/300k",
      value: median(repaired),
      unit: "ms",
      peers: { full: median(full) },
      goal: "median at most 1 ms over 500 moves of 50 m and 500 of up to 10 km, no limit on travel time",
    },
    {
      name: "drag/300k-worst",
      value: worst,
      unit: "ms",
      peers: { full: Math.max(...full) },
      goal: "at most 10 ms, the same moves",
    },
  ];
}

/** Milliseconds of each move, repaired and from scratch; throws where the two differ. */
function measure(graph: RoadGraph): { repaired: number[]; full: number[] } {
  const random = seededRandom(5);
  const snapper = createSnapper(graph.network);
  const { nodeLon, nodeLat, nodeCount } = graph.network;
  const repair = createReachRepair(graph);
  const query = createReachQuery(graph);
  const stations = Array.from({ length: stationCount }, (_, owner) => {
    const node = Math.floor(random() * nodeCount);
    return placeStation(graph, snapper.snap(nodeLon[node]!, nodeLat[node]!)!, owner);
  });
  for (const { seeds } of stations) repair.setSeeds(seeds[0]!.owner, seeds);
  repair.takeChanged();

  const repaired: number[] = [];
  const full: number[] = [];
  const warmUp = 60;
  for (let move = -warmUp; move < moveCount; move++) {
    const owner = Math.floor(random() * stationCount);
    const snap = movedPlace(stations[owner]!.snap, move % 2 === 0 ? shortMetres : random() * longMetres);
    stations[owner] = placeStation(graph, snap, owner);
    const start = performance.now();
    repair.setSeeds(owner, stations[owner]!.seeds);
    repair.takeChanged();
    const between = performance.now();
    const fresh = query.run(stations.flatMap(({ seeds }) => seeds));
    const end = performance.now();
    if (!isSame(repair.cost, fresh.cost) || !isSame(repair.owner, fresh.owner)) {
      throw new Error(`drag: move ${move} differs from a full recompute.`);
    }
    if (move < 0) continue; // compiled before it is timed
    repaired.push(between - start);
    full.push(end - between);
  }
  return { repaired, full };

  /** Somewhere so far off, on a road. */
  function movedPlace(from: Snap, metres: number): Snap {
    for (;;) {
      const turn = 2 * Math.PI * random();
      const degrees = metres / metresPerDegree;
      const cosine = Math.cos((from.lat * Math.PI) / 180);
      const lon = from.lon + (degrees * Math.cos(turn)) / cosine;
      const snap = snapper.snap(lon, from.lat + degrees * Math.sin(turn));
      if (snap !== null) return snap;
    }
  }
}

interface PlacedStation {
  readonly snap: Snap;
  readonly seeds: readonly NodeSeed[];
}

/** Seeds at the ends of its edge that may be driven to. */
function placeStation(graph: RoadGraph, snap: Snap, owner: number): PlacedStation {
  const seeds: NodeSeed[] = [];
  const forward = graph.forwardArc[snap.edge]!;
  const backward = graph.backwardArc[snap.edge]!;
  if (forward >= 0) {
    const cost = Math.round((1 - snap.fraction) * graph.cost[forward]!);
    seeds.push({ node: graph.head[forward]!, cost, owner });
  }
  if (backward >= 0) {
    const cost = Math.round(snap.fraction * graph.cost[backward]!);
    seeds.push({ node: graph.head[backward]!, cost, owner });
  }
  return { snap, seeds };
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
