/** Widths that nobody measured and turning places that nobody recorded: whether an engine comes near enough. */
import { type SurveyMeasurement, vehicleClasses } from "@firecover/domain";
import { placeOnEdge } from "../edge-geometry.ts";
import type { Gaps, PlaceLists } from "./fix-gaps.ts";
import type { Opening } from "./fix-opened-roads.ts";
import type { Openings } from "./fix-openings.ts";
import { linesOfEdges, longestOf, metresOfEdges, middleOf, roadIdOf } from "./fix-roads.ts";
import { type EdgePlace, squareOf } from "./fix-sites.ts";
import { type Chain, findChains } from "./survey-chains.ts";
import { noSubject, openPlaces, type SurveyCandidate, type SurveyField } from "./survey-field.ts";

/** A chain of more alleys than that is not tried. */
const mostWays = 4;

/** What has to be found out for a place: widths, and perhaps one place to turn. */
interface Need {
  readonly ways: readonly number[];
  readonly turningPlace: EdgePlace | null;
}

export function surveyRoads(gaps: Gaps, openings: Openings, asksForTurningPlaces: boolean): SurveyField {
  const { network, parameters, communes } = gaps.prepared.input;
  const { clearWidthMetres } = vehicleClasses[parameters.vehicleClass];
  const open = openPlaces(gaps, "access");
  const isOpen = [new Set(open[0]), new Set(open[1])] as const;
  const { chains, meeting, communeOf } = findChains(gaps, openings, open);
  const candidates: SurveyCandidate[] = [];
  const turningPlaces = new Map<string, EdgePlace>();
  let left: readonly Chain[] = chains;
  for (let length = 1; length <= mostWays; length++)
    tryTogether(
      left.filter(({ ways }) => ways.length >= length),
      ({ ways }) => [{ ways: ways.slice(0, length), turningPlace: null }],
    );
  // One alley more may make a loop of them, which needs no turning place.
  tryTogether(
    left.filter(({ ways }) => ways.length > 0 && ways.length < mostWays),
    ({ ways }) => meeting(ways).map((way) => ({ ways: [...ways, way], turningPlace: null })),
  );
  if (asksForTurningPlaces)
    tryTogether(
      left.filter(({ ways }) => ways.length <= mostWays),
      ({ ways, end }) => [{ ways, turningPlace: end }],
    );

  /** Tries what each chain needs, chains with the same need once; what a place is decided by is not asked again. */
  function tryTogether(some: readonly Chain[], needsOf: (chain: Chain) => Need[]): void {
    const byKey = new Map<string, { need: Need; chains: Chain[] }>();
    for (const chain of some) {
      for (const need of needsOf(chain)) {
        const ways = need.ways.toSorted((a, b) => a - b);
        const square = need.turningPlace ? squareOf(gaps, need.turningPlace) : "";
        const key = `${ways.join("+")} ${square}`;
        const known = byKey.get(key);
        if (known) known.chains.push(chain);
        else byKey.set(key, { need: { ...need, ways }, chains: [chain] });
      }
    }
    const tried = [...byKey.values()];
    const freed = openings.freedBy(tried.map(({ need }) => openingOf(need.ways, turningOf(need))));
    const solved = new Set<Chain>();
    for (const [k, { need, chains }] of tried.entries()) {
      const decided = ofOpen(freed[k]!);
      if (decided[0].length + decided[1].length === 0) continue;
      for (const chain of chains) if (decided[chain.p].includes(chain.i)) solved.add(chain);
      const measurementIds = need.ways.map((way) => `road:${network.wayId[way]}`);
      if (need.turningPlace) measurementIds.push(turningId(need.turningPlace));
      candidates.push({ measurementIds, decided });
    }
    left = left.filter((chain) => !solved.has(chain));
  }

  function turningOf({ turningPlace }: Need): EdgePlace[] {
    return turningPlace ? [turningPlace] : [];
  }

  function turningId(place: EdgePlace): string {
    const id = `turning:${placeOnEdge(network, place.edge, place.along).join(",")}`;
    turningPlaces.set(id, place);
    return id;
  }

  function openingOf(ways: readonly number[], turning: readonly EdgePlace[]): Opening {
    return {
      ways: ways.map((way) => ({ way, isOpened: false, isWidened: true })),
      turningPlaces: turning,
    };
  }

  function ofOpen(lists: PlaceLists): PlaceLists {
    return [lists[0].filter((i) => isOpen[0].has(i)), lists[1].filter((i) => isOpen[1].has(i))];
  }

  const wayOf = new Map(Array.from(network.wayId, (id, way) => [`road:${id}`, way]));

  function describe(id: string): SurveyMeasurement {
    const turningPlace = turningPlaces.get(id);
    const way = turningPlace ? network.edgeWay[turningPlace.edge]! : wayOf.get(id)!;
    const edges = openings.edgesOfWay(way);
    const lines = linesOfEdges(network, edges);
    return {
      ...noSubject,
      id,
      subject: "road",
      roadId: roadIdOf(network, way),
      name: network.wayName[way] ?? null,
      communeCode: communes[communeOf(way)]?.code ?? null,
      location: turningPlace
        ? placeOnEdge(network, turningPlace.edge, turningPlace.along)
        : middleOf(longestOf(lines)),
      geometry: { type: "MultiLineString", coordinates: lines },
      lengthMetres: metresOfEdges(network, edges),
      questions: [
        turningPlace
          ? { attribute: "turning-place", unit: null, current: null, passes: null }
          : { attribute: "width", unit: "m", current: null, passes: { least: clearWidthMetres, most: null } },
      ],
    };
  }

  const measuredWays: number[] = [];
  const measuredPlaces: EdgePlace[] = [];
  return {
    cause: "access",
    candidates,
    measure(ids) {
      for (const id of ids) {
        const turningPlace = turningPlaces.get(id);
        if (turningPlace) measuredPlaces.push(turningPlace);
        else measuredWays.push(wayOf.get(id)!);
      }
      return ofOpen(openings.freedBy([openingOf(measuredWays.slice(), measuredPlaces.slice())])[0]!);
    },
    describe,
  };
}
