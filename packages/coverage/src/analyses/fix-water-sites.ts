/** New hydrants and tanks beside roads that engines get to, few enough to serve all that can be served. */
import type { UnitPrices, WaterSource } from "@firecover/domain";
import { haversineMetres } from "@firecover/road-network";
import { farthestSourceMillimetres } from "../compute-coverage.ts";
import { hosePath } from "../hose-path.ts";
import { reachedByEngine, twoHydrantsLps } from "../water.ts";
import { isHydrant } from "../water-capacity.ts";
import { type FixDraft, noDetails, plannedAs } from "./fix-draft.ts";
import { failingPlaces, type Gaps } from "./fix-gaps.ts";
import { type EdgePlace, fewestSites, layOutSites, type Sites, thinOut } from "./fix-sites.ts";
import {
  describeSource,
  isEnoughWith,
  newHydrantLps,
  sourceId,
  supplyIf,
  type WaterNeed,
  type WaterNeeds,
} from "./fix-water.ts";

/** A main is taken to pass where a hydrant, of whatever state, stands so near; planning assumption. */
const mainWithinMetres = 300;
const tankStepM3 = 50;

export function newSources(gaps: Gaps, needs: WaterNeeds, prices: UnitPrices): FixDraft[] {
  const { prepared, places, reach } = gaps;
  const { waterSources, standard, network } = prepared.input;
  const farthest = farthestSourceMillimetres(standard);
  const asked = [places[0].failing.water, places[1].failing.water] as const;
  const sites = layOutSites(gaps, thinOut(gaps, wantedPlaces(gaps)), farthest, asked);
  const isReached = reachedByEngine(sites.approaches, reach.engineEdge);
  const hasMain = mainsAt(sites, waterSources);
  const newest = waterSources.reduce(
    (date, source) => (source.dataDate > date ? source.dataDate : date),
    "2026-01-01",
  );
  const isSynthetic = waterSources.some((source) => source.isSynthetic);

  const hydrantAt = (s: number) => newSource("hydrant", s, { flowLps: newHydrantLps });
  const hydrants = supplyIf(
    gaps,
    sites.location.map((_, s) => hydrantAt(s)),
    isReached,
  );
  const tankAt = (s: number, volumeM3: number) => newSource("tank", s, { volumeM3 });
  /** What the largest tank of use would give there: as much as is pumped. */
  const pumped = supplyIf(
    gaps,
    sites.location.map((_, s) => tankAt(s, 1e6)),
    isReached,
  );

  const drafts: FixDraft[] = [];
  const within = (s: number, test: (need: WaterNeed) => boolean): [number[], number[]] => {
    const listOf = (p: 0 | 1) => {
      const { place, millimetres } = p === 0 ? sites.premises[s]! : sites.cells[s]!;
      return place.filter((i, k) => millimetres[k]! <= hydrants.radiusMillimetres[s]! && test(needs[p][i]!));
    };
    return [listOf(0), listOf(1)];
  };

  const served = sites.location.map((_, s): [number[], number[]] =>
    hasMain[s]
      ? within(s, (need) => isEnoughWith(need, hydrants.capacity[s]!, true, gaps.certainty))
      : [[], []],
  );
  for (const s of fewestSites(served))
    drafts.push(
      draft("new-hydrant", s, hydrantAt(s), hydrants.capacity[s]!, prices.hydrant.value, served[s]!),
    );

  const sizeOf = (need: WaterNeed) =>
    tankStepM3 * Math.ceil(tankM3(missing(need, gaps.certainty)) / tankStepM3);
  const stored = sites.location.map((_, s): [number[], number[]] =>
    within(s, (need) => missing(need, gaps.certainty) <= pumped.capacity[s]!),
  );
  for (const s of fewestSites(stored)) {
    const sizes = new Set(([0, 1] as const).flatMap((p) => stored[s]![p].map((i) => sizeOf(needs[p][i]!))));
    for (const size of sizes) {
      const tank = tankAt(s, size);
      const capacity = supplyIf(gaps, [tank], isReached.subarray(s, s + 1)).capacity[0]!;
      const freed = within(s, (need) => isEnoughWith(need, capacity, false, gaps.certainty));
      drafts.push(
        draft("new-tank", s, tank, capacity, (prices.tankPer50M3.value * size) / tankStepM3, freed),
      );
    }
  }
  return drafts;

  function tankM3(millilitresPerSecond: number): number {
    return (millilitresPerSecond * standard.waterDurationHours.value * 3600) / 1e6;
  }

  function newSource(kind: "hydrant" | "tank", s: number, more: Partial<WaterSource>): WaterSource {
    const place = sites.location[s]!.map((degrees) => degrees.toFixed(7)).join(",");
    return {
      id: sourceId(`new-${kind}-${more.volumeM3 ? `${more.volumeM3}-` : ""}${place}`),
      name: null,
      kind,
      state: "working",
      location: sites.location[s]!,
      communeCode: null,
      flowLps: null,
      volumeM3: null,
      pipeDiameterMm: null,
      pressureBar: null,
      liftMetres: null,
      lastCheckDate: null,
      source: "fixes",
      dataDate: newest,
      isSynthetic,
      ...more,
    };
  }

  function draft(
    kind: "new-hydrant" | "new-tank",
    s: number,
    waterSource: WaterSource,
    capacity: number,
    costMillionDong: number,
    freed: [number[], number[]],
  ): FixDraft {
    const id = waterSource.id.slice("new-".length);
    return {
      id,
      ...(kind === "new-tank" && { oneOf: `tank:${waterSource.location.join(",")}` }),
      kind,
      cause: "water",
      costMillionDong,
      isSeenByRuns: true,
      freed,
      describe: () => ({
        ...noDetails,
        location: waterSource.location,
        roadName: network.wayName[network.edgeWay[sites.edge[s]!]!] ?? null,
        source: describeSource(waterSource, capacity, true),
        changes: [{ kind: "addWaterSource", waterSource, ...plannedAs(id, costMillionDong) }],
      }),
    };
  }
}

/** Millilitres per second that a tank must give; two hydrants are not needed where other water suffices alone. */
function missing(
  { requiredLps, available, notFromHydrants, hydrants }: WaterNeed,
  certainty: string,
): number {
  const required = requiredLps * 1000;
  const asksTwoHydrants = certainty === "certain" && requiredLps >= twoHydrantsLps && hydrants < 2;
  return required - (asksTwoHydrants ? Math.min(available, notFromHydrants) : available);
}

/** On the nearest road that engines get to; where hose runs first, the last place at which the engine stops. */
function wantedPlaces({ prepared, reach, places }: Gaps): EdgePlace[] {
  const wanted: EdgePlace[] = [];
  const limit = farthestSourceMillimetres(prepared.input.standard) + 1;
  for (const place of places) {
    const { approaches } = place.placed;
    for (const i of failingPlaces(place, "water")) {
      let k = approaches.start(i, limit);
      const nearest = k;
      while (k >= 0 && !reach.engineEdge[approaches.edge[k]!]) k = approaches.next(i, k, limit);
      const at = k >= 0 ? k : nearest;
      if (at >= 0) wanted.push({ edge: approaches.edge[at]!, along: approaches.alongMillimetres[at]! });
      if (k >= 0) continue;
      const path = hosePath(prepared.roads, reach, approaches, i);
      if (path) wanted.push(path.stop);
    }
  }
  return wanted;
}

function mainsAt({ location }: Sites, waterSources: readonly WaterSource[]): boolean[] {
  // Rows of latitude no lower than the distance asked for: a hydrant so near stands in the same row or the next.
  const rowOf = (lat: number) => Math.floor((lat * 111_000) / mainWithinMetres);
  const hydrants = Map.groupBy(waterSources.filter(isHydrant), (source) => rowOf(source.location[1]));
  return location.map(([lon, lat]) =>
    [-1, 0, 1].some((next) =>
      hydrants
        .get(rowOf(lat) + next)
        ?.some((hydrant) => haversineMetres(lon, lat, ...hydrant.location) <= mainWithinMetres),
    ),
  );
}
