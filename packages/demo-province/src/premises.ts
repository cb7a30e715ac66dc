/** Six thousand premises along streets, alleys and village lanes, with the state of their inspections in November 2026. */
import type { ManagementTier, Premises, PremisesCategory, PremisesId } from "@firecover/domain";
import type { CommuneArea, CommuneAreas } from "./communes.ts";
import type { Frontage, Place } from "./frontage.ts";
import { type PremisesKind, premisesKinds } from "./premises-kinds.ts";
import { familyNames, givenNames, lastNames, middleNames } from "./premises-names.ts";
import { dayFromDrawing, provenance } from "./provenance.ts";
import type { Random } from "./random.ts";
import { toLonLat } from "./valley-frame.ts";

/** How many in the city, in towns, in villages and along country roads; together 6,000. */
const premisesCounts = { city: 3420, town: 960, village: 1320, road: 300 } as const;

export interface PremisesFrontages {
  readonly city: Frontage;
  readonly town: Frontage;
  readonly village: Frontage;
  readonly road: Frontage;
}

const settings = { city: 0, town: 1, village: 2, road: 2 } as const;

export function placePremises(frontages: PremisesFrontages, areas: CommuneAreas, random: Random): Premises[] {
  const premises: Premises[] = [];
  for (const setting of ["city", "town", "village", "road"] as const) {
    const column = settings[setting];
    const often: Partial<Record<PremisesCategory, number>> = {};
    const oncePerCity: PremisesCategory[] = [];
    for (const [category, kind] of Object.entries(premisesKinds) as [PremisesCategory, PremisesKind][]) {
      often[category] = kind.often[column]!;
      if (setting === "city" && kind.often[0] > 0) oncePerCity.push(category);
      if (setting === "village" && kind.often[0] === 0) oncePerCity.push(category);
    }
    for (let i = 0; i < premisesCounts[setting]; i++) {
      const category = oncePerCity[i] ?? random.weighted(often);
      const place = frontages[setting].draw(random);
      premises.push(describe(category, place, areas.areas[place.area]!, premises.length + 1, random));
    }
  }
  return premises;
}

function describe(
  category: PremisesCategory,
  place: Place,
  area: CommuneArea,
  number: number,
  random: Random,
): Premises {
  const kind = premisesKinds[category];
  const storeys = random.int(...kind.storeys);
  // small ones are common, large ones rare
  const floorAreaM2 = Math.round(kind.areaM2[0] + (kind.areaM2[1] - kind.areaM2[0]) * random.next() ** 2.2);
  const isMeasured = random.chance(0.88);
  return {
    id: `CS-99-${String(number).padStart(5, "0")}` as PremisesId,
    name: nameOf(category, kind, place, area, random),
    address: addressOf(place, area),
    category,
    managementTier: kind.tier,
    hazardClass: kind.hazard,
    communeCode: area.code,
    location: toLonLat(place.point),
    storeys: random.chance(0.95) ? storeys : null,
    floorAreaM2: isMeasured ? floorAreaM2 : null,
    volumeM3: isMeasured ? Math.round(floorAreaM2 * random.between(3.1, 3.9)) : null,
    occupants: random.chance(0.8) ? Math.max(1, Math.round((floorAreaM2 / 100) * kind.occupancy)) : null,
    ...inspectionsOf(kind.tier, random),
    ...provenance("2026-11-15"),
  };
}

/** Intervals between inspections in days, by who inspects; null = none is prescribed. */
const intervalDays: Readonly<Record<ManagementTier, number | null>> = {
  "annex-2-group-1": 365,
  "annex-2-group-2": 730,
  "annex-1-commune": 730,
  dwelling: null,
  "dwelling-business": 365,
  "out-of-scope": null,
};

function inspectionsOf(
  tier: ManagementTier,
  random: Random,
): Pick<Premises, "lastInspectionDate" | "nextInspectionDate" | "openViolations"> {
  const interval = intervalDays[tier];
  const none = { lastInspectionDate: null, nextInspectionDate: null };
  if (interval === null || random.chance(0.05))
    return { ...none, openViolations: random.chance(0.7) ? 0 : null };
  // one in fourteen is overdue by up to three months, the others were inspected within their interval
  const sinceLast = random.chance(0.072) ? interval + random.int(1, 95) : random.int(3, interval - 1);
  return {
    lastInspectionDate: dayFromDrawing(-sinceLast),
    nextInspectionDate: dayFromDrawing(interval - sinceLast),
    openViolations: random.chance(0.04)
      ? null
      : Number(random.weighted({ "0": 66, "1": 19, "2": 9, "3": 4, "4": 2 })),
  };
}

function nameOf(
  category: PremisesCategory,
  kind: PremisesKind,
  place: Place,
  area: CommuneArea,
  random: Random,
): string {
  const first = random.pick(kind.names);
  if (kind.ending === "owner") {
    const middle = first === "Nhà bà" ? "Thị" : random.pick(middleNames.filter((name) => name !== "Thị"));
    return `${first} ${random.pick(familyNames)} ${middle} ${random.pick(lastNames)}`;
  }
  if (kind.ending === "place") {
    const isLocal =
      place.way.setting === "village-lane" && place.way.place !== null && category !== "hospital";
    const where = isLocal ? place.way.place! : area.name;
    const number = random.chance(0.25) ? ` số ${random.int(1, 3)}` : "";
    return `${first} ${where}${number}`;
  }
  const given = random.pick(givenNames);
  return random.chance(0.2) ? `${first} ${given} ${random.int(2, 9)}` : `${first} ${given}`;
}

function addressOf(place: Place, area: CommuneArea): string {
  const commune = `${area.isWard ? "Phường" : "Xã"} ${area.name}`;
  const { name, setting, place: village } = place.way;
  const house = 1 + 2 * Math.round(place.alongMetres / 9);
  if (name && setting !== "village-lane" && setting !== "country-road") {
    return `Số ${house}${/^(Ngõ|Ngách|Hẻm)/.test(name) ? "," : ""} ${name}, ${commune}`;
  }
  if (setting === "country-road") return name ? `${name}, ${commune}` : commune;
  return village ? `${village}, ${commune}` : commune;
}
