/** What an explanation draws: route, hose run, way to the water, where things happen, and what to look at. */
import type { Explanation, LonLat } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { drivenSeconds, widthWords } from "./steps.ts";
import { chosenSource, sourceName } from "./steps-water.ts";
import { thresholdWords } from "./units.ts";

export type WhyPart = "route" | "slow" | "hose" | "water" | "ring";
export type MarkKind = "place" | "station" | "stop" | "reach-end" | "source";

export interface WhyMark {
  readonly kind: MarkKind;
  readonly at: LonLat;
}

/** A box on the map with the number of its step. */
export interface Callout {
  readonly number: 2 | 3 | 4 | 5;
  readonly tone: "done" | "failed" | "access" | "unknown";
  readonly at: LonLat;
  readonly title: string;
  readonly detail: string;
}

export interface WhyMap {
  readonly features: GeoJSON.FeatureCollection<GeoJSON.LineString, { part: WhyPart }>;
  readonly marks: readonly WhyMark[];
  readonly callouts: readonly Callout[];
  /** `[west, south, east, north]` */
  readonly bounds: readonly [number, number, number, number];
}

export function whyMap(explanation: Explanation, text: Text): WhyMap {
  const bounds = boundsToLookAt(explanation);
  return {
    features: { type: "FeatureCollection", features: featuresOf(explanation) },
    marks: marksOf(explanation),
    callouts: calloutsOf(explanation, bounds, text),
    bounds,
  };
}

type WhyFeature = GeoJSON.Feature<GeoJSON.LineString, { part: WhyPart }>;

function featuresOf({ time, access, water }: Explanation): WhyFeature[] {
  const line = (part: WhyPart, coordinates: readonly LonLat[]): WhyFeature => ({
    type: "Feature",
    properties: { part },
    geometry: { type: "LineString", coordinates: coordinates.map((lonLat) => [...lonLat]) },
  });
  const features: WhyFeature[] = [];
  const source = chosenSource(water);
  if (source?.path) features.push(line("water", source.path.coordinates));
  for (const { geometry, isSlowest } of time.route) {
    features.push(line("route", geometry.coordinates));
    if (isSlowest) features.push(line("slow", geometry.coordinates));
  }
  if (access.hoseRun) features.push(line("hose", access.hoseRun.coordinates));
  if (access.truckStop && access.rule.threshold !== null)
    features.push(line("ring", circle(access.truckStop, access.rule.threshold)));
  return features;
}

function marksOf({ subject, time, access, water }: Explanation): WhyMark[] {
  const marks: WhyMark[] = [];
  const source = chosenSource(water);
  if (time.station) marks.push({ kind: "station", at: time.station.location });
  if (source) marks.push({ kind: "source", at: source.location });
  if (access.truckStop && access.hoseMetres !== 0) marks.push({ kind: "stop", at: access.truckStop });
  if (access.hoseReachEnd) marks.push({ kind: "reach-end", at: access.hoseReachEnd });
  marks.push({ kind: "place", at: subject.location });
  return marks;
}

function calloutsOf({ time, access, water }: Explanation, bounds: WhyMap["bounds"], text: Text): Callout[] {
  const { t, format } = text;
  const callouts: Callout[] = [];
  const source = chosenSource(water);
  // The drive is spoken of where it can be seen.
  const seen = time.route
    .flatMap(({ geometry }) => geometry.coordinates)
    .filter((lonLat) => isIn(lonLat, bounds));
  const middle = seen[Math.floor(seen.length / 2)] ?? access.truckStop;
  if (middle && time.routeMetres !== null && time.travelSeconds !== null)
    callouts.push({
      number: 2,
      tone: drivenSeconds(time) > (time.rule.threshold ?? Number.POSITIVE_INFINITY) ? "failed" : "done",
      at: middle,
      title: t("why.map.drive", {
        distance: format.metres(time.routeMetres),
        time: format.minutesSeconds(time.travelSeconds),
      }),
      detail: time.station?.name ?? "",
    });
  if (access.truckStop && access.hoseMetres !== null && access.hoseMetres > 0)
    callouts.push({
      number: 3,
      tone: access.verdict === "not-met" ? "failed" : access.verdict === "unknown" ? "unknown" : "done",
      at: access.truckStop,
      title: t("why.map.stop"),
      detail: stopDetail(access, text),
    });
  if (access.hoseReachEnd && access.hoseMetres !== null)
    callouts.push({
      number: 4,
      tone: "access",
      at: access.hoseReachEnd,
      title: t("why.map.reachEnd", { reach: thresholdWords(access.rule, text) }),
      detail: t("why.map.reachShort", {
        metres: format.metres(Math.ceil(access.hoseMetres - (access.rule.threshold ?? 0))),
      }),
    });
  if (source)
    callouts.push({
      number: 5,
      tone: source.verdict === "unknown" ? "unknown" : "done",
      at: source.location,
      title: sourceName(source, text),
      detail:
        source.flowLps === null
          ? source.volumeM3 === null
            ? t("why.map.flowUnknown")
            : `${format.count(source.volumeM3)}\u00a0m³`
          : t("why.map.flow", { flow: format.decimal(source.flowLps, 1) }),
    });
  return callouts;
}

const isIn = ([lon, lat]: LonLat, [west, south, east, north]: WhyMap["bounds"]): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

function stopDetail({ obstacle }: Explanation["access"], { t, format }: Text): string {
  if (!obstacle) return "";
  if (obstacle.kind === "width-unknown") return t("why.map.widthUnknown");
  if (obstacle.kind === "width" && obstacle.measured !== null && obstacle.needed !== null)
    return t("why.map.width", {
      measured: widthWords(obstacle.measured, format),
      needed: widthWords(obstacle.needed, format),
    });
  return obstacle.roadName ?? "";
}

const metresPerDegree = 111_195;

function circle([lon, lat]: LonLat, metres: number): LonLat[] {
  const north = metres / metresPerDegree;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: 65 }, (_, step) => {
    const angle = (step / 64) * 2 * Math.PI;
    return [lon + east * Math.cos(angle), lat + north * Math.sin(angle)];
  });
}

/** A route longer than this is not shown whole: the end of it is what has to be seen. */
const longestWholeRouteMetres = 1500;
const closestLookMetres = 250;

function boundsToLookAt(explanation: Explanation): readonly [number, number, number, number] {
  const { subject, time, access, water } = explanation;
  const source = chosenSource(water);
  const near: LonLat[] = [subject.location];
  if (access.truckStop) near.push(access.truckStop);
  if (access.hoseRun) near.push(...access.hoseRun.coordinates);
  if (source) near.push(source.location);
  const isShort = time.routeMetres !== null && time.routeMetres <= longestWholeRouteMetres;
  const route = isShort ? time.route.flatMap(({ geometry }) => geometry.coordinates) : [];
  const station: LonLat[] = isShort && time.station ? [time.station.location] : [];
  const north = closestLookMetres / metresPerDegree;
  const [lon, lat] = subject.location;
  const corners: LonLat[] = [
    [lon - north, lat - north],
    [lon + north, lat + north],
  ];
  const points = [...near, ...route, ...station, ...corners];
  const lons = points.map(([each]) => each);
  const lats = points.map(([, each]) => each);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
