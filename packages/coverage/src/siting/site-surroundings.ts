/** What places for a station are held against: roads, crowded premises, zones and the rules. */
import type { ExclusionZone, SiteRules } from "@firecover/domain";
import type { CoverageInput } from "../coverage-input.ts";
import type { EdgeGrid } from "../edge-grid.ts";

export interface SiteSurroundings
  extends Pick<CoverageInput, "network" | "premises" | "standard" | "parameters"> {
  readonly zones: readonly ExclusionZone[];
  readonly rules: SiteRules;
  /** Of the same network, where the caller has one already. */
  readonly grid?: EdgeGrid;
  /** Where the roads are from, as the list names it; "roads" where nobody says. */
  readonly roadSource?: string;
}
