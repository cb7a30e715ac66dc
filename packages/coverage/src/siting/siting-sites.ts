/** The sites of a question: today's stations first, in canonical order, then what would stand at each usable candidate. */
import {
  type CandidateSite,
  type CandidateSiteId,
  FirecoverError,
  type FireStation,
  type LonLat,
  type SitingQuestion,
  type UnitPrices,
} from "@firecover/domain";
import { CANDIDATE, REQUIRED, type Sites } from "@firecover/location-allocation";
import { haversineMetres } from "@firecover/road-network";
import { compareText } from "../coverage-input.ts";
import { priceOf, stationAt } from "./new-station.ts";

export interface SitingSites extends Sites {
  readonly count: number;
  /** Sites below are today's stations. */
  readonly todayCount: number;
  readonly stations: readonly FireStation[];
  /** Of site j at j − todayCount. */
  readonly candidates: readonly CandidateSite[];
  /** Today's stations that stay whatever is chosen. */
  readonly staying: readonly number[];
  readonly released: readonly number[];
}

export function sitingSites(
  today: readonly FireStation[],
  given: readonly CandidateSite[],
  question: SitingQuestion,
  prices: UnitPrices,
): SitingSites {
  const released = new Set<string>(question.releasedStationIds);
  for (const id of released)
    if (!today.some((station) => station.id === id))
      throw new FirecoverError("not-found", `Không có đội chữa cháy mang mã ${id}.`);
  const candidates = usableCandidates(given, question);
  const apart = question.minSpacingMetres ?? 0;
  const isNear = (a: LonLat, b: LonLat) => metresBetween(a, b) < apart;
  const staying = [...today.keys()].filter((j) => !released.has(today[j]!.id));
  const required = new Set<string>(question.requiredSiteIds);
  const free = candidates.filter((site) => {
    const near = staying.find((j) => isNear(today[j]!.location, site.location));
    if (near === undefined) return true;
    if (!required.has(site.id)) return false;
    throw new FirecoverError(
      "invalid-input",
      `Vị trí bắt buộc ${site.id} cách ${today[near]!.name} dưới ${apart} m, trái khoảng cách tối thiểu.`,
    );
  });
  if (free.length === 0)
    throw new FirecoverError("invalid-input", "Không còn vị trí dự kiến nào theo các điều kiện đã chọn.");
  const stations = [...today, ...free.map(stationAt)];
  const indexOf = new Map<string, number>(free.map(({ id }, c) => [id, today.length + c]));
  const conflicts = conflictsAmong(stations, today.length, released, isNear);
  const isRequired = (j: number) => j >= today.length && required.has(free[j - today.length]!.id);
  const clash = conflicts.find(([j, k]) => isRequired(j) && isRequired(k));
  if (clash)
    throw new FirecoverError(
      "invalid-input",
      `Hai vị trí bắt buộc ${stations[clash[0]]!.name} và ${stations[clash[1]]!.name} cách nhau dưới ${apart} m.`,
    );
  const price = Float64Array.from(stations, (_, j) =>
    j < today.length ? 0 : priceOf(free[j - today.length]!, prices),
  );
  checkLimits(
    question,
    required.size,
    [...price].reduce((sum, one, j) => (isRequired(j) ? sum + one : sum), 0),
  );
  return {
    count: stations.length,
    todayCount: today.length,
    stations,
    candidates: free,
    staying,
    released: [...today.keys()].filter((j) => released.has(today[j]!.id)),
    status: Uint8Array.from(stations, (_, j) => {
      const stays = j < today.length && !released.has(today[j]!.id);
      return stays || isRequired(j) ? REQUIRED : CANDIDATE;
    }),
    price,
    conflicts,
    groups: question.groups.map((group) => groupOf(group, indexOf)),
  };
}

function checkLimits(
  { newStationCount, budgetMillionDong, yearBudgets, aim, releasedStationIds }: SitingQuestion,
  requiredCount: number,
  requiredMillionDong: number,
): void {
  const most = newStationCount === null ? null : newStationCount + new Set(releasedStationIds).size;
  if (most !== null && requiredCount > most)
    throw new FirecoverError(
      "invalid-input",
      `Có ${requiredCount} vị trí bắt buộc nhưng chỉ được đặt ${most} trạm.`,
    );
  // What is required stands from the first year on.
  const [firstYear] = yearBudgets.toSorted((a, b) => a.year - b.year);
  const budget = aim === "most-covered-by-year" ? (firstYear?.millionDong ?? null) : budgetMillionDong;
  if (budget !== null && requiredMillionDong > budget)
    throw new FirecoverError(
      "invalid-input",
      `Các vị trí bắt buộc cần ${requiredMillionDong} triệu đồng, vượt ngân sách ${budget} triệu đồng.`,
    );
}

/** By id; faults where the question names what is not there or contradicts itself. */
function usableCandidates(given: readonly CandidateSite[], question: SitingQuestion): CandidateSite[] {
  if (given.length === 0) throw new FirecoverError("invalid-input", "Chưa có vị trí dự kiến nào.");
  const known = new Map(given.map((site) => [site.id, site]));
  if (known.size < given.length) throw new FirecoverError("conflict", "Có vị trí dự kiến trùng mã.");
  const { candidateSiteIds, requiredSiteIds, forbiddenSiteIds, groups } = question;
  const named = [...(candidateSiteIds ?? []), ...requiredSiteIds, ...forbiddenSiteIds, ...groups.flat()];
  for (const id of named)
    if (!known.has(id)) throw new FirecoverError("not-found", `Không có vị trí dự kiến mang mã ${id}.`);
  const forbidden = new Set<string>(forbiddenSiteIds);
  const contradicted = requiredSiteIds.find((id) => forbidden.has(id));
  if (contradicted !== undefined)
    throw new FirecoverError("invalid-input", `Vị trí ${contradicted} vừa bắt buộc vừa bị loại.`);
  const wanted =
    candidateSiteIds === null ? null : new Set<string>([...candidateSiteIds, ...requiredSiteIds]);
  return given
    .filter(({ id }) => !forbidden.has(id) && (wanted === null || wanted.has(id)))
    .toSorted((a, b) => compareText(a.id, b.id));
}

function groupOf(group: readonly CandidateSiteId[], indexOf: ReadonlyMap<string, number>): number[] {
  const members = [...new Set(group)].flatMap((id) => indexOf.get(id) ?? []);
  if (members.length === 0)
    throw new FirecoverError(
      "invalid-input",
      `Nhóm "ít nhất một trong" (${group.join(", ")}) không còn vị trí nào dùng được.`,
    );
  return members.sort((a, b) => a - b);
}

/** Pairs with a new station in them; what stands today may stand as near as it does. */
function conflictsAmong(
  stations: readonly FireStation[],
  todayCount: number,
  released: ReadonlySet<string>,
  isNear: (a: LonLat, b: LonLat) => boolean,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (let k = todayCount; k < stations.length; k++) {
    for (let j = 0; j < k; j++) {
      if (j < todayCount && !released.has(stations[j]!.id)) continue;
      if (isNear(stations[j]!.location, stations[k]!.location)) pairs.push([j, k]);
    }
  }
  return pairs;
}

export function metresBetween([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  return haversineMetres(lon1, lat1, lon2, lat2);
}
