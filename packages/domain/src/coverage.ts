/** Questions and answers of a coverage run, as the API, the files and the screens speak them. */
import { z } from "zod";
import { CommuneCode } from "./commune.ts";
import { FireStationId } from "./fire-station.ts";
import { LineStringGeometry, LonLat, MultiPolygonGeometry } from "./geometry.ts";
import { PremisesId } from "./premises.ts";
import { RoadClass } from "./road.ts";
import { ScenarioId } from "./scenario.ts";
import { Basis, StandardId } from "./standard.ts";
import { VehicleClassId } from "./vehicle-class.ts";
import { WaterSourceId } from "./water-source.ts";

/** Why a place is not covered; each can fail on its own. */
export const GapCause = z.enum(["time", "access", "water", "force"]);
export type GapCause = z.infer<typeof GapCause>;

/** `met` and `not-met` in both results, `unknown` where the certain and the possible result differ. */
export const Verdict = z.enum(["met", "not-met", "unknown"]);
export type Verdict = z.infer<typeof Verdict>;

/** How unmeasured attributes count: as failing (`certain`) or as passing (`possible`). */
export const Certainty = z.enum(["certain", "possible"]);
export type Certainty = z.infer<typeof Certainty>;

export const Season = z.enum(["dry", "rainy"]);
export type Season = z.infer<typeof Season>;

export const CoverageParameters = z.object({
  standardId: StandardId,
  /** Class of the first engine: what it can drive through decides time and access. */
  vehicleClass: VehicleClassId,
  turnRestrictions: z.boolean(),
  /** Contraflow on call: engines may drive against one-way streets. */
  contraflow: z.boolean(),
  /** Multiplies every speed: 0.8 = a rush hour 20 % slower. */
  speedFactor: z.number().min(0.2).max(2),
  /** Hour of the day by which the standard slows traffic down; null = none. */
  hour: z.number().int().min(0).max(23).nullable().default(null),
  /** Dry: seasonal water does not count at all. Rainy: roads are slower. null = neither. */
  season: Season.nullable().default(null),
});
export type CoverageParameters = z.infer<typeof CoverageParameters>;

/** The same stamp gives the same numbers. */
export const ResultStamp = z.object({
  /** SHA-256 over inputs, parameters, standard and engine version, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  engineVersion: z.string(),
  computedAt: z.iso.datetime(),
  /** The oldest and newest date of each input layer. */
  dataDates: z.array(z.object({ layer: z.string(), source: z.string(), from: z.string(), to: z.string() })),
  isSynthetic: z.boolean(),
});
export type ResultStamp = z.infer<typeof ResultStamp>;

/** One value in the certain and one in the possible result: for cover certain ≤ possible, for gaps the reverse. */
export const ShareInterval = z.object({ certain: z.number(), possible: z.number() });
export type ShareInterval = z.infer<typeof ShareInterval>;

/** Counts that belong to one place: the whole area or one commune. */
export const Indicators = z.object({
  people: z.number().int(),
  premises: z.number().int(),
  /** Share of people whose first engine is there within the threshold; null without people. */
  peopleInTime: ShareInterval.nullable(),
  premisesInTime: ShareInterval.nullable(),
  /** Share of people / premises with no gap of any cause. */
  peopleCovered: ShareInterval.nullable(),
  premisesCovered: ShareInterval.nullable(),
  peopleBeyondThreshold: ShareInterval,
  /** Of those beyond the threshold, how many lie inside the legal radius. */
  peopleBeyondThresholdInsideRadius: ShareInterval,
  /** People in time although outside the legal radius. */
  peopleInTimeOutsideRadius: ShareInterval,
  /** Premises failing each question. */
  premisesByCause: z.record(GapCause, ShareInterval),
  peopleByCause: z.record(GapCause, ShareInterval),
  premisesWithGap: ShareInterval,
  /** 90th percentile of response over people, seconds; null = not reached by 90 %. */
  responseSeconds90: z.object({ certain: z.number().nullable(), possible: z.number().nullable() }),
});
export type Indicators = z.infer<typeof Indicators>;

export const CommuneIndicators = Indicators.extend({ communeCode: CommuneCode, name: z.string() });
export type CommuneIndicators = z.infer<typeof CommuneIndicators>;

/** Share of people reached within each whole minute, 0 … 30. */
export const CumulativeCurve = z.object({
  minutes: z.array(z.number()),
  certain: z.array(z.number()),
  possible: z.array(z.number()),
});
export type CumulativeCurve = z.infer<typeof CumulativeCurve>;

export const HighDensityArea = z.object({
  id: z.string(),
  geometry: MultiPolygonGeometry,
  areaKm2: z.number(),
  people: z.number().int(),
  communeCodes: z.array(CommuneCode),
  /** Share of its people failing each question. */
  gapShares: z.record(GapCause, ShareInterval),
});
export type HighDensityArea = z.infer<typeof HighDensityArea>;

/** Something in the inputs that a planner can mend: a station off the network, a premises without commune … */
export const CoverageIssue = z.object({
  code: z.enum([
    "station-off-network",
    "premises-off-network",
    "cell-off-network",
    "water-source-off-network",
    "premises-outside-communes",
    "commune-without-population",
    "commune-without-cells",
    "no-stations",
    "no-roads",
    "no-population",
  ]),
  severity: z.enum(["error", "warning"]),
  count: z.number().int(),
  /** At most 100 ids. */
  ids: z.array(z.string()),
});
export type CoverageIssue = z.infer<typeof CoverageIssue>;

export const CoverageRunId = z.string().brand<"CoverageRunId">();
export type CoverageRunId = z.infer<typeof CoverageRunId>;

/** Which changes a run was computed with beside the baseline; without an id they were tried and not kept. */
export const RunScenario = z.object({
  id: ScenarioId.nullable(),
  name: z.string().nullable(),
  changeCount: z.number().int(),
});
export type RunScenario = z.infer<typeof RunScenario>;

export const CoverageRun = z.object({
  id: CoverageRunId,
  /** null = the baseline itself. */
  scenario: RunScenario.nullable().default(null),
  parameters: CoverageParameters,
  stamp: ResultStamp,
  /** At the standard's own threshold. */
  indicators: Indicators,
  communes: z.array(CommuneIndicators),
  curve: CumulativeCurve,
  highDensityAreas: z.array(HighDensityArea),
  issues: z.array(CoverageIssue),
  seconds: z.number(),
});
export type CoverageRun = z.infer<typeof CoverageRun>;

/** One stretch of the route driven, between two junctions or name changes. */
export const RouteStretch = z.object({
  name: z.string().nullable(),
  roadClass: RoadClass,
  lengthMetres: z.number(),
  seconds: z.number(),
  speedKph: z.number(),
  widthMetres: z.number().nullable(),
  isPrivate: z.boolean(),
  isSlowest: z.boolean(),
  geometry: LineStringGeometry,
});
export type RouteStretch = z.infer<typeof RouteStretch>;

export const AppliedRuleCode = z.enum([
  "first-engine-time",
  "hose-reach",
  "building-flow",
  "settlement-flow",
  "force",
  "radius-urban-centre",
  "radius-elsewhere",
]);
export type AppliedRuleCode = z.infer<typeof AppliedRuleCode>;

/** The rule that decided a verdict. */
export const AppliedRule = z.object({
  code: AppliedRuleCode,
  /** The rule as a Vietnamese sentence; other languages go by the code. */
  text: z.string(),
  threshold: z.number().nullable(),
  unit: z.enum(["s", "m", "L/s", "m3", "engines"]).nullable(),
  basis: Basis,
  clause: z.string().nullable(),
});
export type AppliedRule = z.infer<typeof AppliedRule>;

/** What stops an engine where it must leave the rest to the hose. */
export const ObstacleKind = z.enum([
  "width",
  "width-unknown",
  "height",
  "weight",
  "barrier",
  "no-entry",
  "foot-way",
  /** A dead end longer than the standard allows, without a turning place on record. */
  "dead-end",
]);
export type ObstacleKind = z.infer<typeof ObstacleKind>;

export const Obstacle = z.object({
  kind: ObstacleKind,
  roadName: z.string().nullable(),
  /** Metres or tonnes, by kind; of a dead end the longest allowed is `needed`. */
  measured: z.number().nullable(),
  needed: z.number().nullable(),
});
export type Obstacle = z.infer<typeof Obstacle>;

/** "Vì sao?": every number of one premises or cell, opened. */
export const Explanation = z.object({
  subject: z.object({
    kind: z.enum(["premises", "cell"]),
    id: z.union([PremisesId, z.string()]),
    name: z.string(),
    location: LonLat,
    communeCode: CommuneCode.nullable(),
  }),
  certainty: Certainty,
  /** Metres from the point to the way it was snapped to; null = farther than 300 m from any way. */
  snapMetres: z.number().nullable(),
  time: z.object({
    verdict: Verdict,
    rule: AppliedRule,
    station: z.object({ id: FireStationId, name: z.string(), location: LonLat }).nullable(),
    alarmHandlingSeconds: z.number(),
    turnoutSeconds: z.number(),
    travelSeconds: z.number().nullable(),
    hoseHaulSeconds: z.number().nullable(),
    responseSeconds: z.number().nullable(),
    possibleResponseSeconds: z.number().nullable(),
    routeMetres: z.number().nullable(),
    route: z.array(RouteStretch),
  }),
  access: z.object({
    verdict: Verdict,
    rule: AppliedRule,
    /** Last point on a road that the engine may use. */
    truckStop: LonLat.nullable(),
    hoseMetres: z.number().nullable(),
    possibleHoseMetres: z.number().nullable(),
    hoseRun: LineStringGeometry.nullable(),
    /** Where the hose reach ends on the run; null when it suffices. */
    hoseReachEnd: LonLat.nullable(),
    /** What stops the engine, nearest first. */
    obstacle: Obstacle.nullable(),
  }),
  water: z.object({
    verdict: Verdict,
    rule: AppliedRule,
    requiredLps: z.number(),
    requiredM3: z.number(),
    availableLps: ShareInterval,
    /** How long the first engine's own tank lasts at the required flow. */
    engineTankMinutes: z.number(),
    sources: z.array(
      z.object({
        id: WaterSourceId,
        name: z.string().nullable(),
        kind: z.string(),
        location: LonLat,
        metres: z.number(),
        flowLps: z.number().nullable(),
        volumeM3: z.number().nullable(),
        /** How long its stored volume lasts at the required flow; null = not stored, unmeasured, or filled as fast. */
        minutes: z.number().nullable(),
        verdict: Verdict,
        path: LineStringGeometry.nullable(),
      }),
    ),
  }),
  force: z.object({
    verdict: Verdict,
    rule: AppliedRule,
    engineCount: z.number().int(),
    /** People asked for; null = the standard asks for none. */
    crewCount: z.number().int().nullable(),
    /** Arrivals of the nearest stations, in order. */
    arrivals: z.array(
      z.object({
        stationId: FireStationId,
        name: z.string(),
        engineCount: ShareInterval,
        /** People on duty; possible null = nobody counted them, taken as enough. */
        crewCount: z.object({ certain: z.number(), possible: z.number().nullable() }),
        responseSeconds: z.number(),
      }),
    ),
    /** Until engines and people both suffice. */
    seconds: z.number().nullable(),
  }),
  radius: z.object({
    rule: AppliedRule,
    stationId: FireStationId.nullable(),
    metres: z.number().nullable(),
    isInside: z.boolean(),
  }),
  stampHash: z.string(),
});
export type Explanation = z.infer<typeof Explanation>;
