/** Travel times of the engine on real cities against naive ones, which share no code with it. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readOsm, roadsToNetworkInput } from "@firecover/interchange";
import {
  buildRoadNetwork,
  costMatrix,
  createSnapper,
  decodeRoadNetwork,
  driveGraph,
  encodeRoadNetwork,
  UNREACHED,
  usableEdges,
} from "@firecover/road-network";
import { describe, expect, it } from "vitest";
import { naiveSeconds, naiveTown, snapNaively } from "./naive-travel.ts";
import { readNaively } from "./read-osm.ts";

const folder = process.env["FIRECOVER_SHARED_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data");

/** Porto takes 8 s each way on a quiet machine; a busy one may be many times slower. */
const timeoutMillis = 300_000;

/** At least 200 pairs: seeded points, each snapped by both sides on their own. */
const cities = [
  { city: "hanoi-centre", froms: 10, tos: 30, restrictions: 0 },
  { city: "north-bayreuth", froms: 10, tos: 30, restrictions: 38 },
  { city: "reisterstown", froms: 10, tos: 30, restrictions: 30 },
  { city: "porto", froms: 6, tos: 45, restrictions: 300 },
];

describe.each(cities)("travel times in $city", ({ city, froms, tos, restrictions }) => {
  const path = resolve(folder, `osm/${city}.osm.pbf`);
  const load = async () => {
    const [osm, map] = await Promise.all([readOsm(path), readNaively(path)]);
    const built = buildRoadNetwork(roadsToNetworkInput(osm));
    return { network: decodeRoadNetwork(encodeRoadNetwork(built.network)), town: naiveTown(map) };
  };
  let loaded: ReturnType<typeof load> | undefined;

  it.skipIf(!existsSync(path))(
    "read as many restrictions as the file holds",
    async () => {
      loaded ??= load();
      expect((await loaded).network.restrictions.count).toBeGreaterThanOrEqual(restrictions);
    },
    timeoutMillis,
  );

  it.skipIf(!existsSync(path)).each([true, false])(
    "equal the naive ones within 0.1 s (turn restrictions: %s)",
    async (withRules) => {
      loaded ??= load();
      const { network, town } = await loaded;
      const graph = driveGraph(network, {
        limits: null,
        unknownWidth: "passes",
        classesAssumedWide: [],
        turnRestrictions: withRules,
        contraflow: false,
        speedFactor: 1,
      });
      const snapper = createSnapper(network);
      const usable = usableEdges(graph);
      const points = seededPoints(network.nodeLon, network.nodeLat, 2 * (froms + tos));
      const places = points.flatMap(([lon, lat]) => {
        const naive = snapNaively(town, lon, lat);
        const engine = snapper.snap(lon, lat, { usable });
        expect(engine === null).toBe(naive === null);
        return naive && engine ? [{ naive, engine }] : [];
      });
      const starts = places.slice(0, froms);
      const ends = places.slice(froms, froms + tos);
      expect(ends).toHaveLength(tos);

      let reached = 0;
      const ours = costMatrix(
        graph,
        starts.map((p) => p.engine),
        ends.map((p) => p.engine),
      );
      for (const { from, cost } of ours) {
        const naive = naiveSeconds(
          town,
          starts[from]!.naive,
          ends.map((p) => p.naive),
          withRules,
        );
        naive.forEach((seconds, to) => {
          const pair = `pair ${from} → ${to}`;
          expect(cost[to] === UNREACHED, pair).toBe(seconds === Infinity);
          if (seconds === Infinity) return;
          expect(Math.abs(cost[to]! / 1000 - seconds), pair).toBeLessThan(0.1);
          reached++;
        });
      }
      expect(reached).toBeGreaterThanOrEqual(200);
    },
    timeoutMillis,
  );
});

function seededPoints(lons: Float64Array, lats: Float64Array, count: number): [number, number][] {
  let state = 20260101;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
  // around random junctions, up to some 200 m off
  return Array.from({ length: count }, () => {
    const u = Math.floor(random() * lons.length);
    return [lons[u]! + (random() - 0.5) * 0.004, lats[u]! + (random() - 0.5) * 0.004];
  });
}
