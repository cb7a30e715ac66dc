/** Places for stations held against the rules, and new ones proposed: pure, in any thread. */
import type { CoverageColumns } from "@firecover/coverage";
import { createCommuneLocator } from "@firecover/coverage/population";
import {
  type CandidateDemand,
  generateCandidates,
  type SiteSurroundings,
  siteConditions,
} from "@firecover/coverage/siting";
import type { AssessedSite, CandidateSite, Commune } from "@firecover/domain";
import { decodeRoadNetwork } from "@firecover/road-network";

export interface SurroundingsPayload extends Omit<SiteSurroundings, "network" | "grid"> {
  readonly networkBytes: Uint8Array;
}

export interface AssessPayload {
  readonly surroundings: SurroundingsPayload;
  readonly sites: readonly CandidateSite[];
}

export interface GeneratePayload {
  readonly surroundings: SurroundingsPayload;
  readonly count: number;
  readonly cells: Pick<CoverageColumns, "lon" | "lat" | "people">;
  /** Per cell: 1 where the first engine is certainly there within the threshold. */
  readonly isCovered: Uint8Array;
  readonly stations: readonly CandidateSite["location"][];
  readonly communes: readonly Pick<Commune, "code" | "name" | "geometry">[];
  readonly dataDate: string;
  readonly isSynthetic: boolean;
}

export const assessSites = ({ surroundings, sites }: AssessPayload): AssessedSite[] =>
  siteConditions(sites, opened(surroundings));

export function generateSites({ surroundings, cells, isCovered, communes, ...options }: GeneratePayload) {
  const demand = Array.from(
    cells.people,
    (people, i): CandidateDemand => ({
      location: [cells.lon[i]!, cells.lat[i]!],
      people,
      isCovered: isCovered[i] === 1,
    }),
  );
  const communeIndexAt = createCommuneLocator(communes);
  return generateCandidates(opened(surroundings), {
    ...options,
    demand,
    communeAt: (location) => communes[communeIndexAt(...location)] ?? null,
  });
}

const opened = ({ networkBytes, ...rest }: SurroundingsPayload): SiteSurroundings => ({
  ...rest,
  network: decodeRoadNetwork(networkBytes),
});
