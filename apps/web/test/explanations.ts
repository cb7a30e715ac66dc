/** Explanations of hand-drawn situations; distances and times are round so that every sum can be done in the head. */
import { type AppliedRule, type Explanation, FireStationId, WaterSourceId } from "@firecover/domain";

const rule = (part: Partial<AppliedRule> & Pick<AppliedRule, "code">): AppliedRule => ({
  text: "",
  threshold: null,
  unit: null,
  basis: "planning-assumption",
  clause: null,
  ...part,
});

const stationId = FireStationId.parse("KV-3");
const sourceId = WaterSourceId.parse("TN-0417");

/** 2:00 to leave, 3:12 to drive 918 m, 3:03 to haul 299 m of hose: 8:15. The lane is 2.4 m wide, the flow unmeasured. */
export const deepLane: Explanation = {
  subject: {
    kind: "premises",
    id: "CS-01-04412",
    name: "Nhà trọ Hoa Sữa",
    location: [105.82, 21.04],
    communeCode: null,
  },
  certainty: "certain",
  snapMetres: 4,
  time: {
    verdict: "met",
    rule: rule({ code: "first-engine-time", threshold: 600, unit: "s" }),
    station: { id: stationId, name: "Đội KV số 3", location: [105.83, 21.035] },
    alarmHandlingSeconds: 60,
    turnoutSeconds: 60,
    travelSeconds: 192,
    hoseHaulSeconds: 183,
    responseSeconds: 495,
    possibleResponseSeconds: 495,
    routeMetres: 918,
    route: [
      stretch("Phố Ngọc Hà", 600, 60, 36, 7.5, false),
      stretch("Phố Đội Cấn", 200, 30, 24, 9, false),
      stretch("Ngõ 113 Đội Cấn", 118, 102, 10, null, true),
    ],
  },
  access: {
    verdict: "not-met",
    rule: rule({ code: "hose-reach", threshold: 200, unit: "m", clause: "QCVN 06:2022/BXD §5.1.4.7" }),
    truckStop: [105.822, 21.038],
    hoseMetres: 299,
    possibleHoseMetres: 299,
    hoseRun: {
      type: "LineString",
      coordinates: [
        [105.822, 21.038],
        [105.82, 21.04],
      ],
    },
    hoseReachEnd: [105.8207, 21.0393],
    obstacle: { kind: "width", roadName: "Ngõ 158 Ngọc Hà", measured: 2.4, needed: 3.5 },
  },
  water: {
    verdict: "unknown",
    rule: rule({
      code: "building-flow",
      threshold: 10,
      unit: "L/s",
      basis: "law",
      clause: "QCVN 06:2022/BXD §5.1.2",
    }),
    requiredLps: 10,
    requiredM3: 108,
    availableLps: { certain: 0, possible: 20 },
    engineTankMinutes: 6.7,
    sources: [
      source("met-but-far", 190, "not-met", 30),
      source("TN-0417", 183, "unknown", null),
      source("unknown-and-farther", 185, "unknown", null),
    ],
  },
  force: {
    verdict: "met",
    rule: rule({ code: "force", text: "3 xe đến trong 20 phút", threshold: 1200, unit: "s" }),
    engineCount: 3,
    crewCount: null,
    arrivals: [
      {
        stationId,
        name: "Đội KV số 3",
        engineCount: { certain: 3, possible: 3 },
        crewCount: { certain: 0, possible: null },
        responseSeconds: 495,
      },
    ],
    seconds: 850,
  },
  radius: {
    rule: rule({
      code: "radius-urban-centre",
      threshold: 3000,
      unit: "m",
      basis: "law",
      clause: "QCVN 01:2021/BXD §2.6.13",
    }),
    stationId,
    metres: 1240,
    isInside: true,
  },
  stampHash: "0".repeat(64),
};

/** The same lane once it is 4 m wide and the hydrant is measured: everything is met. */
export const widenedLane: Explanation = {
  ...deepLane,
  time: { ...deepLane.time, hoseHaulSeconds: 0, responseSeconds: 312, possibleResponseSeconds: 312 },
  access: {
    ...deepLane.access,
    verdict: "met",
    hoseMetres: 0,
    possibleHoseMetres: 0,
    hoseRun: null,
    hoseReachEnd: null,
    obstacle: null,
  },
  water: { ...deepLane.water, verdict: "met", availableLps: { certain: 15, possible: 15 } },
};

/** An island without a bridge. */
export const island: Explanation = {
  ...deepLane,
  time: {
    ...deepLane.time,
    verdict: "not-met",
    station: null,
    travelSeconds: null,
    hoseHaulSeconds: null,
    responseSeconds: null,
    possibleResponseSeconds: null,
    routeMetres: null,
    route: [],
  },
  access: {
    ...deepLane.access,
    truckStop: null,
    hoseMetres: null,
    possibleHoseMetres: null,
    hoseRun: null,
    hoseReachEnd: null,
    obstacle: null,
  },
  water: { ...deepLane.water, verdict: "not-met", availableLps: { certain: 0, possible: 0 }, sources: [] },
  force: { ...deepLane.force, verdict: "not-met", arrivals: [], seconds: null },
};

function stretch(
  name: string,
  lengthMetres: number,
  seconds: number,
  speedKph: number,
  widthMetres: number | null,
  isSlowest: boolean,
): Explanation["time"]["route"][number] {
  return {
    name,
    roadClass: "residential",
    lengthMetres,
    seconds,
    speedKph,
    widthMetres,
    isPrivate: false,
    isSlowest,
    geometry: {
      type: "LineString",
      coordinates: [
        [105.83, 21.035],
        [105.822, 21.038],
      ],
    },
  };
}

function source(
  id: string,
  metres: number,
  verdict: Explanation["water"]["sources"][number]["verdict"],
  flowLps: number | null,
): Explanation["water"]["sources"][number] {
  return {
    id: id === "TN-0417" ? sourceId : WaterSourceId.parse(id),
    name: null,
    kind: "hydrant",
    location: [105.823, 21.037],
    metres,
    flowLps,
    volumeM3: null,
    minutes: null,
    verdict,
    path: null,
  };
}
