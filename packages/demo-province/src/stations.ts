/** Twelve fire stations: six in the city, one at its industrial park among them, five in towns, one post. */
import type { FireStation, FireStationId, FireStationKind, StationVehicles } from "@firecover/domain";
import type { CommuneAreas } from "./communes.ts";
import { provenance } from "./provenance.ts";
import type { Random } from "./random.ts";
import type { Sketch, SketchWay } from "./sketch.ts";
import type { Town } from "./town.ts";
import { distance, type Point, toLonLat } from "./valley-frame.ts";

interface Wanted {
  readonly name: string;
  readonly kind: FireStationKind;
  readonly near: Point;
  readonly vehicles: readonly StationVehicles[];
  readonly crew: number | null;
  readonly turnoutSeconds: number | null;
}

const fit = (vehicleClass: StationVehicles["vehicleClass"], count: number): StationVehicles => ({
  vehicleClass,
  count,
  state: "in-service",
});
const inRepair = (vehicleClass: StationVehicles["vehicleClass"], count: number): StationVehicles => ({
  vehicleClass,
  count,
  state: "under-repair",
});

export function placeStations(
  sketch: Sketch,
  areas: CommuneAreas,
  towns: readonly Town[],
  riverV: (u: number) => number,
  random: Random,
): FireStation[] {
  const inCity = (u: number, away: number): Point => ({ u, v: riverV(u) * 0.85 + away });
  const small = towns.slice(2);
  const wanted: Wanted[] = [
    {
      name: "Đội Chữa cháy và CNCH trung tâm",
      kind: "province-centre",
      near: inCity(500, 1150),
      vehicles: [
        fit("engine", 3),
        fit("large-engine", 1),
        fit("aerial", 1),
        fit("tanker", 1),
        inRepair("engine", 1),
      ],
      crew: 28,
      turnoutSeconds: 50,
    },
    {
      name: "Đội Chữa cháy và CNCH khu vực số 1",
      kind: "area-team",
      near: inCity(-2700, 1800),
      vehicles: [fit("engine", 2), fit("tanker", 1), inRepair("large-engine", 1)],
      crew: 16,
      turnoutSeconds: 60,
    },
    {
      name: "Đội Chữa cháy và CNCH khu vực số 2",
      kind: "area-team",
      near: inCity(3300, 1900),
      vehicles: [fit("engine", 2), fit("mini-engine", 1)],
      crew: 15,
      turnoutSeconds: 60,
    },
    {
      name: "Đội Chữa cháy và CNCH khu vực số 3",
      kind: "area-team",
      near: inCity(400, -1100),
      vehicles: [fit("engine", 1), fit("mini-engine", 1), inRepair("engine", 1)],
      crew: 12,
      turnoutSeconds: 65,
    },
    {
      name: "Đội Cảnh sát PCCC và CNCH trên sông",
      kind: "river-team",
      near: inCity(1500, 300),
      vehicles: [fit("engine", 1), fit("motorbike-pump", 2)],
      crew: 10,
      turnoutSeconds: 75,
    },
    {
      name: "Đội chuyên ngành Khu công nghiệp Thao Giang",
      kind: "industrial-team",
      near: inCity(4700, 1500),
      vehicles: [fit("engine", 1), fit("large-engine", 1)],
      crew: 9,
      turnoutSeconds: null,
    },
    ...[0, 1, 2, 3, 5].map(
      (t, i): Wanted => ({
        name: `Đội Chữa cháy và CNCH khu vực số ${i + 4}`,
        kind: "area-team",
        near: small[t]!.centre,
        vehicles: [
          [fit("engine", 2)],
          [fit("engine", 1), inRepair("engine", 1)],
          [fit("engine", 1), fit("tanker", 1)],
          [],
          [fit("engine", 1)],
        ][i]!,
        crew: [9, 8, 8, null, 7][i]!,
        turnoutSeconds: [75, 80, 75, null, 90][i]!,
      }),
    ),
    {
      name: `Chốt chữa cháy ${small[6]!.place}`,
      kind: "post",
      near: small[6]!.centre,
      vehicles: [fit("mini-engine", 1)],
      crew: 4,
      turnoutSeconds: 120,
    },
  ];
  const sites = streetSites(sketch);
  return wanted.map((station, i): FireStation => {
    const site = sites.reduce((a, b) =>
      distance(a.point, station.near) <= distance(b.point, station.near) ? a : b,
    );
    const point = { u: site.point.u + 9, v: site.point.v + 11 };
    const area = areas.areas[areas.areaAt(point)];
    const street = site.way.name ?? site.way.place ?? "đường chính";
    return {
      id: `TR-99-${String(i + 1).padStart(2, "0")}` as FireStationId,
      name: station.name,
      kind: station.kind,
      location: toLonLat(point),
      address: area
        ? `Số ${random.int(1, 180)} ${street}, ${area.isWard ? "Phường" : "Xã"} ${area.name}`
        : street,
      communeCode: area?.code ?? null,
      turnoutSeconds: station.turnoutSeconds,
      crewOnDuty: station.crew,
      vehicles: [...station.vehicles],
      ...provenance("2026-11-01"),
    };
  });
}

/** Inner nodes of streets wide enough for engines, where a station's gate can open. */
function streetSites(sketch: Sketch): { point: Point; way: SketchWay }[] {
  const classes = new Set(["primary", "secondary", "tertiary"]);
  return sketch.ways
    .filter((way) => classes.has(way.roadClass) && way.setting.endsWith("street") && way.direction === "both")
    .flatMap((way) => way.nodes.slice(1).map((node) => ({ point: sketch.nodes[node]!, way })));
}
