/** Naive reading of an OpenStreetMap file, for checking: tags to roads by the written rules, nothing shared with the packages. */
import { createOSMStream } from "osm-pbf-parser-node";

export interface NaiveRoad {
  id: number;
  nodes: number[];
  highway: string;
  speedKph: number; // 0 = engines may not drive it
  forward: boolean;
  backward: boolean;
}

export interface NaiveRule {
  only: boolean;
  from: number;
  viaNode: number | null;
  viaWays: number[];
  to: number;
}

export interface NaiveMap {
  lon: Map<number, number>;
  lat: Map<number, number>;
  roads: NaiveRoad[];
  blocked: Set<number>;
  rules: NaiveRule[];
}

type Tags = Record<string, string>;
interface Item {
  type: string;
  id: number;
  lon: number;
  lat: number;
  refs: number[];
  members: { type: string; ref: number; role: string }[];
  tags?: Tags;
}

const speeds: Record<string, number> = {
  motorway: 70,
  motorway_link: 50,
  trunk: 60,
  trunk_link: 45,
  primary: 50,
  primary_link: 40,
  secondary: 45,
  secondary_link: 35,
  tertiary: 40,
  tertiary_link: 30,
  unclassified: 35,
  residential: 30,
  living_street: 20,
  service: 20,
  road: 30,
  track: 15,
};

export async function readNaively(path: string): Promise<NaiveMap> {
  const map: NaiveMap = { lon: new Map(), lat: new Map(), roads: [], blocked: new Set(), rules: [] };
  for await (const piece of createOSMStream(path, { withTags: true, withInfo: false })) {
    const item = piece as Item;
    const tags = item.tags ?? {};
    if (item.type === "node") {
      map.lon.set(item.id, item.lon);
      map.lat.set(item.id, item.lat);
      const stops = ["bollard", "block", "jersey_barrier", "log", "debris"].includes(tags["barrier"] ?? "");
      if (stops && tags["emergency"] !== "yes") map.blocked.add(item.id);
    }
    if (item.type === "way") {
      const road = roadOf(item, tags);
      if (road) map.roads.push(road);
    }
    if (item.type === "relation" && tags["type"] === "restriction") map.rules.push(...rulesOf(item, tags));
  }
  for (const road of map.roads) road.nodes = road.nodes.filter((n) => map.lon.has(n));
  return map;
}

function roadOf(item: Item, tags: Tags): NaiveRoad | null {
  const highway = tags["highway"] ?? "";
  const classKph = speeds[highway];
  if (classKph === undefined || tags["area"] === "yes") return null;
  const isOpened = ["yes", "designated"].includes(tags["emergency"] ?? "");
  const isClosed = ["access", "vehicle", "motor_vehicle"].some((key) => tags[key] === "no") && !isOpened;
  const signed = signedKph(tags["maxspeed"]);
  const oneway = tags["oneway"];
  const impliesOneway = ["roundabout", "circular"].includes(tags["junction"] ?? "") || highway === "motorway";
  const onlyBack = oneway === "-1";
  const onlyAhead =
    ["yes", "true", "1"].includes(oneway ?? "") || (impliesOneway && oneway !== "no" && !onlyBack);
  return {
    id: item.id,
    nodes: item.refs,
    highway,
    speedKph: isClosed ? 0 : signed === null ? classKph : Math.min(signed, classKph),
    forward: !onlyBack,
    backward: !onlyAhead,
  };
}

function signedKph(text: string | undefined): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(mph|km\/h|kmh|kph)?\s*$/.exec(text ?? "");
  if (!match) return null;
  const value = Number(match[1]) * (match[2] === "mph" ? 1.609344 : 1);
  return value > 0 ? value : null;
}

function rulesOf(item: Item, tags: Tags): NaiveRule[] {
  const kind = tags["restriction"] ?? "";
  if (!/^(no|only)_/.test(kind)) return [];
  if ((tags["except"] ?? "").split(";").some((word) => word.trim() === "emergency")) return [];
  const ids = (role: string, type: string) =>
    item.members.filter((m) => m.role === role && m.type === type).map((m) => m.ref);
  const viaNodes = ids("via", "node");
  const viaWays = ids("via", "way");
  const froms = ids("from", "way");
  const tos = ids("to", "way");
  if (viaNodes.length > 1 || (viaNodes.length === 1) === viaWays.length > 0) return [];
  return froms.flatMap((from) =>
    tos.map((to) => ({ only: kind.startsWith("only_"), from, to, viaNode: viaNodes[0] ?? null, viaWays })),
  );
}
