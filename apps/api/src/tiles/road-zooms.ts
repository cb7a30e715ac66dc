/** From which zoom a road is drawn: what keeps a tile of a whole province small. */
import { type RoadClass, roadClasses } from "@firecover/road-network";

const firstZoom: Readonly<Record<RoadClass, number>> = {
  motorway: 6,
  motorway_link: 9,
  trunk: 6,
  trunk_link: 9,
  primary: 8,
  primary_link: 10,
  secondary: 9,
  secondary_link: 11,
  tertiary: 10,
  tertiary_link: 12,
  unclassified: 12,
  residential: 13,
  living_street: 13,
  service: 14,
  road: 14,
  track: 14,
  pedestrian: 14,
  footway: 14,
  path: 14,
  steps: 14,
  cycleway: 14,
};

/** By class code, as networks store it. */
export const firstZoomOfClass: Uint8Array = Uint8Array.from(roadClasses, (name) => firstZoom[name]);
