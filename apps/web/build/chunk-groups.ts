/**
 * Two files of what several screens share. Left to itself the bundler makes one of every set of screens that share
 * something: dozens of small files that compress badly, more of them with every new screen.
 */
const source = (...names: string[]) => new RegExp(`apps/web/src/(${names.join("|")})\\.tsx?$`);

/** What a map needs; screens without one leave it alone. */
const map = [
  "map/(archipelagos|attribution|coverage-layers|ground-layers|icons|layer-order|map-canvas|map-context|map-controls)",
  "map/(map-fonts|map-frame|map-locale|map-sources|map-view|road-minutes|road-width|scale-bar|shapes|time-layers)",
  "map/viet-nam-inset",
  "coverage/(map-legend|time-classes)",
];
/** What every screen shows or asks. */
const everywhere = [
  "api/(health|http|project)",
  "coverage/use-shown-run",
  "i18n/use-text",
  "state/store",
  "theme/[a-z-]+",
  "ui/(button|chip|class-names|icon-button|panel|segmented|select|states)",
];

export const chunkGroups = [
  { name: "everywhere", priority: 2, test: source(...everywhere) },
  { name: "map", priority: 1, test: source(...map) },
];
