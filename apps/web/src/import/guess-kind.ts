/** What a file probably holds, by its name alone; people see the guess and may change it. */
import type { ImportKind } from "@firecover/domain";

/** Words as they stand in file names, without accents; the first match wins. */
const hints: readonly (readonly [RegExp, ImportKind])[] = [
  [/\.(osm|pbf)$|\.osm\.pbf$/, "osm"],
  [/candidate|vi-?tri-(dat|de-?xuat)|thua-?dat|khu-?dat|\bplots?\b/, "candidate-sites"],
  [/exclusion|flood|\bvung-?(ngap|cam)|ngap-?lut|\bzones?\b/, "exclusion-zones"],
  [/water|hydrant|nuoc|tru-?nuoc|ho-?nuoc/, "water-sources"],
  [/station|\bdoi\b|tram|fire-?brigade|doi-(chua|cc|kv)/, "fire-stations"],
  [/premises|co-?so|building-?register/, "premises"],
  [/population|dan-?so|residents/, "population"],
  [/commune|ward|phuong|\bxa\b|boundar|hanh-?chinh|ranh-?gioi/, "communes"],
  [/road|duong|street|ngo/, "roads"],
];

export function guessKind(fileName: string): ImportKind | null {
  const name = plain(fileName);
  // A population table of communes is named after both: the figure decides.
  if (/\.csv$/.test(name) && /population|dan-?so/.test(name)) return "population";
  return hints.find(([words]) => words.test(name))?.[1] ?? null;
}

/** Lower case, no accents, one hyphen for whatever parts words. */
function plain(fileName: string): string {
  return fileName
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[\s_]+/g, "-");
}
