/** Classes of road and the speeds assumed on them. */

/** Classes an engine may drive, widest first. */
export const driveRoadClasses = [
  "motorway",
  "motorway_link",
  "trunk",
  "trunk_link",
  "primary",
  "primary_link",
  "secondary",
  "secondary_link",
  "tertiary",
  "tertiary_link",
  "unclassified",
  "residential",
  "living_street",
  "service",
  "road",
  "track",
] as const;
export type DriveRoadClass = (typeof driveRoadClasses)[number];

/** Ways that only people and hoses use. */
export const footRoadClasses = ["pedestrian", "footway", "path", "steps", "cycleway"] as const;

/** Every class; the index of a class is its code in a network. */
export const roadClasses = [...driveRoadClasses, ...footRoadClasses] as const;
export type RoadClass = (typeof roadClasses)[number];

/** Free speed of an engine per class, a planning assumption. */
export const defaultSpeedKph: Readonly<Record<DriveRoadClass, number>> = {
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
