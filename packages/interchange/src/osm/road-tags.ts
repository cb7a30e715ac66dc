/** What the tags of a way say about driving on it; the rules of the road network's design, nothing inferred. */
import { type EngineAccess, RoadClass, type RoadDirection, TurningPlace } from "@firecover/domain";
import type { Tags } from "./elements.ts";
import { parseLengthMetres, parseSpeedKph, parseWeightTonnes } from "./tag-values.ts";

export interface RoadTags {
  name: string | null;
  roadClass: RoadClass;
  direction: RoadDirection;
  engineAccess: EngineAccess;
  maxSpeedKph: number | null;
  widthMetres: number | null;
  maxHeightMetres: number | null;
  maxWeightTonnes: number | null;
}

/** Barrier nodes at which engines stop and people pass; gates and lift gates are opened. */
const stoppingBarriers: ReadonlySet<string> = new Set([
  "bollard",
  "block",
  "jersey_barrier",
  "log",
  "debris",
]);
const roadClasses: ReadonlySet<string> = new Set(RoadClass.options);
/** Limits written in words: they set no figure, and that is no fault of the mapper. */
const wordedLimit =
  /^(none|no|unposted|default|signals|variable|walk|no_sign|no_indications|below_default|unsigned|unknown|[A-Z]{2}:.+)$/i;

/** The class of road, or null where the way is none: under construction, a race track, a platform, an area … */
export function roadClassOf(tags: Tags): RoadClass | null {
  const highway = tags["highway"];
  if (highway === undefined || !roadClasses.has(highway) || tags["area"] === "yes") return null;
  return highway as RoadClass;
}

/** Reads a way that is a road; `unreadable` is told of each tag whose value makes no sense and is left unknown. */
export function readRoadTags(
  roadClass: RoadClass,
  tags: Tags,
  unreadable: (key: string, value: string) => void,
): RoadTags {
  const measure = (key: string, parse: (text: string) => number | null): number | null => {
    const text = tags[key];
    if (text === undefined) return null;
    const value = parse(text);
    if (value === null && !wordedLimit.test(text.trim())) unreadable(key, text);
    return value;
  };
  return {
    name: tags["name"] ?? tags["ref"] ?? null,
    roadClass,
    direction: directionOf(tags, unreadable),
    engineAccess: engineAccessOf(tags),
    maxSpeedKph: measure("maxspeed", parseSpeedKph),
    widthMetres: least(
      measure("width", parseLengthMetres) ?? measure("est_width", parseLengthMetres),
      measure("maxwidth", parseLengthMetres),
    ),
    maxHeightMetres: measure("maxheight", parseLengthMetres),
    maxWeightTonnes: measure("maxweight", parseWeightTonnes),
  };
}

function directionOf(tags: Tags, unreadable: (key: string, value: string) => void): RoadDirection {
  const oneway = tags["oneway"];
  switch (oneway) {
    case "yes":
    case "true":
    case "1":
      return "forward";
    case "-1":
      return "backward";
    case "no":
    case "false":
    case "0":
      return "both";
    case undefined:
      break;
    default:
      unreadable("oneway", oneway);
  }
  const junction = tags["junction"];
  const isImplied = junction === "roundabout" || junction === "circular" || tags["highway"] === "motorway";
  return isImplied ? "forward" : "both";
}

function engineAccessOf(tags: Tags): EngineAccess {
  const values = [tags["access"], tags["vehicle"], tags["motor_vehicle"]];
  const isForEmergency = tags["emergency"] === "yes" || tags["emergency"] === "designated";
  if (values.includes("no") && !isForEmergency) return "no";
  return values.includes("private") ? "private" : "yes";
}

/** The kind of barrier that stops engines at this node, or null. */
export function stoppingBarrierOf(tags: Tags): string | null {
  const barrier = tags["barrier"];
  if (barrier === undefined || !stoppingBarriers.has(barrier) || tags["emergency"] === "yes") return null;
  return barrier;
}

/** How an engine turns at this node, or null where nothing is told. */
export function turningPlaceOf(tags: Tags): TurningPlace["kind"] | null {
  return TurningPlace.shape.kind.safeParse(tags["highway"]).data ?? null;
}

function least(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
