/** The registers of plots and zones as the map's forms see them: few fields, and what a drawing adds to them. */
import type { CandidateSite, ExclusionZone, LonLat } from "@firecover/domain";
import { multiPolygonAreaM2 } from "@firecover/interchange/outlines";
import { candidateSitesRegister } from "../registers/candidate-sites-register.tsx";
import type { Values } from "../registers/draft.ts";
import { exclusionZonesRegister } from "../registers/exclusion-zones-register.tsx";
import type { Draft, Field } from "../registers/field.ts";
import { todayIso } from "../registers/inspection.ts";
import { suggestedId } from "../registers/new-record.ts";
import type { Register } from "../registers/register.ts";
import { readCoordinate, writeNumber } from "../registers/typed-text.ts";
import type { Sketch } from "./drawing.ts";
import { geometryOf } from "./outline.ts";

/** Written into the record, whatever the language of the screen. */
const drawnSource = "vẽ trên bản đồ";

function withFields<Row>(register: Register<Row>, keys: readonly string[]): Register<Row> {
  const known = new Map(register.fields.map((field): [string, Field] => [field.key, field]));
  return { ...register, fields: keys.flatMap((key) => known.get(key) ?? []) };
}

const plotKeys = ["name", "priceMillionDong", "roadWidthMetres", "slopePercent", "longitude", "latitude"];
const drawnPlots = withFields(candidateSitesRegister, plotKeys);
/** Of a place without an outline the area is written by hand. */
const placesOnly = withFields(candidateSitesRegister, ["name", "areaSquareMetres", ...plotKeys.slice(1)]);

export const plotRegisterOf = (sketch: Pick<Sketch, "fixed">): Register<CandidateSite> =>
  sketch.fixed && !sketch.fixed.geometry ? placesOnly : drawnPlots;
export const zoneRegister: Register<ExclusionZone> = withFields(exclusionZonesRegister, ["name", "kind"]);

/** What the form does not show. A new id with each try: one that is taken already is not tried twice. */
export function baseOf(sketch: Sketch): Values {
  const { shape, stored, isOutlineChanged } = sketch;
  const today = todayIso();
  if (stored && !isOutlineChanged) return stored.record;
  const geometry = geometryOf(sketch);
  const drawn = { geometry, source: drawnSource, dataDate: today };
  const area = geometry && {
    areaSquareMetres: Math.round(10 * multiPolygonAreaM2(geometry.coordinates)) / 10,
  };
  if (stored) return { ...stored.record, ...drawn, ...(shape === "plot" && area) };
  const isSynthetic = false;
  if (shape === "zone") return { id: suggestedId("exclusion-zones", today), isSynthetic, ...drawn };
  const unknown = { communeCode: null, note: null };
  return {
    id: suggestedId("candidate-sites", today),
    kind: "plot",
    isSynthetic,
    ...unknown,
    ...drawn,
    ...area,
  };
}

export const exitOfDraft = ({ longitude = "", latitude = "" }: Draft): LonLat | null => {
  const [lon, lat] = [readCoordinate(longitude), readCoordinate(latitude)];
  return "fault" in lon || "fault" in lat || Math.abs(lon.value) > 180 || Math.abs(lat.value) > 90
    ? null
    : [lon.value, lat.value];
};

export function draftOfExit([lon, lat]: LonLat, decimalMark: "," | "."): Draft {
  const written = (degrees: number) => writeNumber(Number(degrees.toFixed(7)), decimalMark);
  return { longitude: written(lon), latitude: written(lat) };
}
