/** Roads opened, freed of barriers and widened, so that an engine comes near enough: works for the access cause. */
import { type Change, type FixRoad, type UnitPrices, vehicleClasses } from "@firecover/domain";
import { driveRoadClasses, engineAccesses, roadClasses } from "@firecover/road-network";
import { type HosePath, hosePath } from "../hose-path.ts";
import { type FixDraft, noDetails, plannedAs } from "./fix-draft.ts";
import { failingPlaces, type Gaps, type PlaceLists } from "./fix-gaps.ts";
import type { OpenedWay } from "./fix-opened-roads.ts";
import type { Openings } from "./fix-openings.ts";
import {
  edgesThatMoveGates,
  linesOfEdges,
  longestOf,
  metresOfEdges,
  middleOf,
  roadIdOf,
} from "./fix-roads.ts";

/** More ways than that are a plan, not a single work. */
const mostWays = 3;

/** A premises (0) or cell (1) and the works along the hose's path to it. */
interface Chain {
  readonly p: 0 | 1;
  readonly i: number;
  readonly ways: readonly OpenedWay[];
}

/** What has to be done on one way; null = it admits engines as it is, "never" = no work makes it do so. */
type WayWork = OpenedWay | null | "never";

export function roadWorks(gaps: Gaps, openings: Openings, prices: UnitPrices): FixDraft[] {
  const { prepared, certainty, reach, places } = gaps;
  const { network, standard, parameters } = prepared.input;
  const vehicle = vehicleClasses[parameters.vehicleClass];
  const movesGate = edgesThatMoveGates(prepared);

  const chains = places.flatMap((place, p) =>
    failingPlaces(place, "access").flatMap((i): Chain[] => {
      const path = hosePath(prepared.roads, reach, place.placed.approaches, i);
      const ways = path ? worksAlong(path) : [];
      return ways.length > 0 ? [{ p: p as 0 | 1, i, ways }] : [];
    }),
  );
  const drafts: FixDraft[] = [];
  let open = chains;
  // One more way at a time, until the place is freed: what a longer chain does for others is theirs to ask.
  for (let length = 1; length <= mostWays && open.length > 0; length++) {
    const byKey = new Map<string, { ways: readonly OpenedWay[]; chains: Chain[] }>();
    for (const chain of open.filter(({ ways }) => ways.length >= length)) {
      const ways = chain.ways.slice(0, length).toSorted((a, b) => a.way - b.way);
      const key = ways.map(({ way }) => way).join("+");
      const known = byKey.get(key);
      if (known) known.chains.push(chain);
      else byKey.set(key, { ways, chains: [chain] });
    }
    const tried = [...byKey.values()];
    const freed = openings.freedBy(tried.map(({ ways }) => ({ ways, turningPlaces: [] })));
    const solved = new Set<Chain>();
    tried.forEach(({ ways, chains }, k) => {
      const lists = freed[k]!.map((list) => new Set(list));
      const own = chains.filter(({ p, i }) => lists[p]!.has(i));
      for (const chain of own) solved.add(chain);
      if (own.length > 0) drafts.push(draft(ways, freed[k]!));
    });
    open = open.filter((chain) => !solved.has(chain));
  }
  return drafts;

  /** What has to be done along the hose's path, from where the engine stops, as far as works can do it. */
  function worksAlong(path: HosePath): OpenedWay[] {
    const ways: OpenedWay[] = [];
    const seen = new Set<number>();
    for (const { edge } of path.legs) {
      const way = network.edgeWay[edge]!;
      if (seen.has(way)) continue;
      seen.add(way);
      const work = workOn(way);
      if (work === "never") break;
      if (work) ways.push(work);
    }
    return ways;
  }

  function workOn(way: number): WayWork {
    if (network.wayClass[way]! >= driveRoadClasses.length) return "never";
    if (network.wayMaxHeightMetres[way]! < vehicle.clearHeightMetres) return "never";
    if (network.wayMaxWeightTonnes[way]! < vehicle.weightTonnes) return "never";
    if (openings.edgesOfWay(way).some((e) => movesGate.has(e))) return "never";
    const isOpened = isClosed(way) || barriersOn(way).length > 0;
    const width = network.wayWidthMetres[way]!;
    const isAssumed =
      certainty === "possible" ||
      standard.roadClassesAssumedWide.value.includes(roadClasses[network.wayClass[way]!]!);
    const isWidened = Number.isNaN(width) ? !isAssumed : width < vehicle.clearWidthMetres;
    return isOpened || isWidened ? { way, isOpened, isWidened } : null;
  }

  function isClosed(way: number): boolean {
    return engineAccesses[network.wayAccess[way]!] === "no";
  }

  function barriersOn(way: number): number[] {
    const nodes = new Set<number>();
    for (const e of openings.edgesOfWay(way))
      for (const u of [network.edgeTail[e]!, network.edgeHead[e]!])
        if (network.nodeIsBarrier[u]) nodes.add(u);
    return [...nodes];
  }

  function costOf({ way, isOpened, isWidened }: OpenedWay): number {
    const metres = metresOfEdges(network, openings.edgesOfWay(way));
    return (
      (isOpened ? prices.barrierRemoval.value * barriersOn(way).length : 0) +
      (isOpened && isClosed(way) ? prices.roadOpening.value : 0) +
      (isWidened ? Math.round(prices.alleyWideningPerMetre.value * metres * 10) / 10 : 0)
    );
  }

  function roadOf({ way, isOpened, isWidened }: OpenedWay): FixRoad {
    const edges = openings.edgesOfWay(way);
    const width = network.wayWidthMetres[way]!;
    return {
      roadId: roadIdOf(network, way),
      name: network.wayName[way] ?? null,
      lengthMetres: metresOfEdges(network, edges),
      barriersRemoved: isOpened ? barriersOn(way).length : 0,
      isOpened: isOpened && isClosed(way),
      widenedToMetres: isWidened ? vehicle.clearWidthMetres : null,
      widthMetres: isWidened && !Number.isNaN(width) ? width : null,
      geometry: { type: "LineString", coordinates: longestOf(linesOfEdges(network, edges)) },
    };
  }

  function draft(ways: readonly OpenedWay[], freed: PlaceLists): FixDraft {
    const widens = ways.some(({ isWidened }) => isWidened);
    const id = `road:${ways.map(({ way }) => network.wayId[way]).join("+")}`;
    const costMillionDong = ways.reduce((sum, way) => sum + costOf(way), 0);
    return {
      id,
      kind: widens ? "widen-road" : "open-road",
      cause: "access",
      costMillionDong,
      isSeenByRuns: true,
      count: ways.length,
      parts: ways.map((way) => ({ id: `road:${network.wayId[way.way]}`, costMillionDong: costOf(way) })),
      freed,
      describe() {
        const roads = ways.map(roadOf);
        const longest = roads.reduce((a, b) => (b.lengthMetres > a.lengthMetres ? b : a));
        return {
          ...noDetails,
          location: middleOf(longest.geometry.coordinates),
          roadName: roads.find(({ name }) => name !== null)?.name ?? null,
          roads,
          isToBeMeasuredFirst: ways.some(
            ({ way, isWidened }) => isWidened && Number.isNaN(network.wayWidthMetres[way]!),
          ),
          changes: ways.flatMap(changesOf),
        };
      },
    };
  }

  /** The cost stands with the first of a way's changes, so that a scenario adds it up once. */
  function changesOf(work: OpenedWay): Change[] {
    const roadId = roadIdOf(network, work.way);
    const changes: Change[] = [];
    const cost = () => (changes.length === 0 ? costOf(work) : 0);
    if (work.isWidened) {
      const about = plannedAs(`widen-${roadId}`, cost());
      changes.push({ kind: "widenRoad", roadId, widthMetres: vehicle.clearWidthMetres, ...about });
    }
    if (work.isOpened) changes.push({ kind: "openRoad", roadId, ...plannedAs(`open-${roadId}`, cost()) });
    return changes;
  }
}
