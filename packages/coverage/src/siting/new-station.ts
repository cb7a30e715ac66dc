/** The station that would stand at a candidate site: the same for matrix, scenario and test. */
import {
  type CandidateSite,
  type Change,
  type FireStation,
  FireStationId,
  type UnitPrices,
} from "@firecover/domain";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { newStationCrew, newStationEngines } from "../analyses/fix-stations.ts";

const longestId = 80;

/** Two engines, fourteen people, the standard's turnout: planning assumptions, as for the stations that fixes propose. */
export function stationAt(site: CandidateSite): FireStation {
  return {
    id: stationIdOf(site),
    name: site.name,
    kind: "area-team",
    location: site.location,
    address: null,
    communeCode: site.communeCode,
    turnoutSeconds: null,
    crewOnDuty: newStationCrew,
    vehicles: [{ vehicleClass: "engine", count: newStationEngines, state: "in-service" }],
    source: site.source,
    dataDate: site.dataDate,
    isSynthetic: site.isSynthetic,
  };
}

function stationIdOf({ id }: CandidateSite): FireStationId {
  const plain = `site-${id}`;
  if (plain.length <= longestId) return FireStationId.parse(plain);
  return FireStationId.parse(`site-${bytesToHex(sha256(utf8ToBytes(id)))}`);
}

export function priceOf(
  { priceMillionDong }: Pick<CandidateSite, "priceMillionDong">,
  { station, engine }: Pick<UnitPrices, "station" | "engine">,
): number {
  return priceMillionDong ?? station.value + newStationEngines * engine.value;
}

/** Ready for a scenario; `year` null = not planned yet. */
export function openingOf(station: FireStation, costMillionDong: number, year: number | null): Change {
  return { kind: "openStation", station, ...planned(`open-${station.id}`, costMillionDong, year) };
}

export function closingOf({ id }: FireStation, year: number | null): Change {
  return { kind: "closeStation", stationId: id, ...planned(`close-${id}`, null, year) };
}

function planned(id: string, costMillionDong: number | null, year: number | null) {
  return {
    id: id.slice(0, longestId),
    year,
    costMillionDong,
    fundingSource: null,
    responsibleBody: null,
    state: "proposed",
    note: null,
  } as const;
}
