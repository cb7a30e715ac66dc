/** Whose data the ground is drawn from, as its licence asks. */
import { layerSource, type Project } from "../api/project.ts";

const isOpenStreetMap = /openstreetmap|\bosm\b|\.osm/i;

export function attributionOf(project: Project): string {
  const sources = new Set(
    ["roads", "communes", "land-cover"].flatMap((layer) => layerSource(project, layer)?.sources ?? []),
  );
  return [
    ...new Set([...sources].map((source) => (isOpenStreetMap.test(source) ? "© OpenStreetMap" : source))),
  ].join(", ");
}
