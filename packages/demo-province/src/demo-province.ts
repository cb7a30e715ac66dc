/** The synthetic province: drawn in the same order for every seed, land first, people last. */
import type {
  Building,
  CandidateSite,
  Commune,
  ExclusionZone,
  FireStation,
  LandCover,
  PopulationPoint,
  Premises,
  Road,
  RoadBarrier,
  TurningPlace,
  TurnRestriction,
  WaterSource,
} from "@firecover/domain";
import { placeCandidateSites } from "./candidate-sites.ts";
import { buildCityAndTowns } from "./city.ts";
import { communeRecord, layOutCommunes } from "./communes.ts";
import { sketchZones, zoneRecords } from "./exclusion-zones.ts";
import { frontageOf } from "./frontage.ts";
import { drawLandCover } from "./land-cover.ts";
import { drawMotorway } from "./motorway.ts";
import { countHamlets, countPeople, drawBuildings } from "./people.ts";
import { placePremises } from "./premises.ts";
import { randomFor } from "./random.ts";
import {
  barrierRecords,
  restrictionRecords,
  roadRecords,
  thinOut,
  turningPlaceRecords,
} from "./road-records.ts";
import { drawRuralRoads } from "./roads-rural.ts";
import { settle } from "./settlements.ts";
import { emptySketch, type SketchWay } from "./sketch.ts";
import { placeStations } from "./stations.ts";
import { buildTerrain } from "./terrain.ts";
import { restrictTurns, signStreets } from "./traffic-signs.ts";
import { placeTurningPlaces } from "./turning-places.ts";
import type { Point } from "./valley-frame.ts";
import { placeWater } from "./water.ts";

export interface DemoProvince {
  readonly communes: Commune[];
  readonly roads: Road[];
  readonly barriers: RoadBarrier[];
  readonly turningPlaces: TurningPlace[];
  readonly turnRestrictions: TurnRestriction[];
  readonly buildings: Building[];
  readonly populationPoints: PopulationPoint[];
  readonly landCover: LandCover[];
  readonly premises: Premises[];
  readonly waterSources: WaterSource[];
  readonly fireStations: FireStation[];
  readonly candidateSites: CandidateSite[];
  readonly exclusionZones: ExclusionZone[];
}

export function demoProvince(seed = 1): DemoProvince {
  const terrain = buildTerrain(seed);
  const settlements = settle(terrain, seed);
  const sketch = emptySketch();
  const { towns } = buildCityAndTowns(sketch, terrain, settlements.towns, seed);
  drawRuralRoads(sketch, terrain, settlements, towns, seed);
  drawMotorway(sketch, terrain, seed);
  const signs = randomFor(seed, "signs");
  signStreets(
    sketch,
    { centre: { u: 4700, v: terrain.riverV(4700) * 0.8 + 1900 }, radiusMetres: 650 },
    { centre: { u: -3900, v: terrain.riverV(-3900) * 0.7 + 2100 }, radiusMetres: 300 },
    signs,
  );
  const restrictions = restrictTurns(sketch, 90, signs);
  thinOut(sketch, 2.5);

  const areas = layOutCommunes(terrain, settlements, seed);
  const people = countPeople(sketch, areas, randomFor(seed, "people"));
  const city = frontageOf(sketch, areas, ["city-street", "city-alley"], nearCentre);
  const town = frontageOf(sketch, areas, ["town-street", "town-alley"]);
  const village = frontageOf(sketch, areas, ["village-lane"]);
  const road = frontageOf(sketch, areas, ["country-road"]);
  const hydrants = frontageOf(sketch, areas, ["city-street"], hydrantWeight);
  const premises = placePremises({ city, town, village, road }, areas, randomFor(seed, "premises"));
  const stations = placeStations(sketch, areas, towns, terrain.riverV, randomFor(seed, "stations"));
  const zones = sketchZones(terrain);
  return {
    communes: areas.areas.map((area, i) => communeRecord(area, people[i]!)),
    roads: roadRecords(sketch),
    barriers: barrierRecords(sketch),
    turningPlaces: turningPlaceRecords(sketch, placeTurningPlaces(sketch, randomFor(seed, "turning-places"))),
    turnRestrictions: restrictionRecords(restrictions),
    buildings: drawBuildings({ city, town, village }, randomFor(seed, "buildings")),
    populationPoints: countHamlets(settlements.villages, areas, randomFor(seed, "hamlets")),
    landCover: drawLandCover(terrain, settlements, towns, seed),
    premises,
    waterSources: placeWater({ hydrants, town, village }, sketch, terrain, areas, randomFor(seed, "water")),
    fireStations: stations,
    candidateSites: placeCandidateSites(
      sketch,
      areas,
      zones,
      { premises, stations },
      randomFor(seed, "candidate-sites"),
    ),
    exclusionZones: zoneRecords(zones),
  };
}

/** Houses and shops are densest between the bridges. */
function nearCentre(way: SketchWay, p: Point): number {
  const far = Math.hypot((p.u - 300) / 5000, (p.v - 700) / 2600);
  return (way.setting === "city-street" ? 1.5 : 1) * (1.35 - 0.75 * Math.min(1.2, far));
}

/** Mains lie under the larger streets first. */
function hydrantWeight(way: SketchWay, p: Point): number {
  const byClass: Readonly<Record<string, number>> = {
    primary: 3,
    secondary: 3,
    tertiary: 2.4,
    residential: 1,
  };
  const far = Math.hypot((p.u - 300) / 4600, (p.v - 600) / 2600);
  return (byClass[way.roadClass] ?? 0.4) * Math.max(0.03, 1.3 - far);
}
