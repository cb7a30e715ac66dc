/** What both layouts of the coverage screen show: today, or a scenario beside it. */
import type { Standard } from "@firecover/domain";
import type { CoverageData } from "./use-coverage-data.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

export interface CoverageLayoutProps {
  data: CoverageData;
  /** While something is dragged these run ahead of `data`. */
  numbers: CoverageNumbers;
  /** Those of `data` itself, for what need not follow a drag. */
  restNumbers: CoverageNumbers;
  /** Today's, where a scenario is shown. */
  before: CoverageNumbers | null;
  /** The run whose tiles lie under the map; a scenario draws over them. */
  tilesRunId: string;
  standard: Standard;
  minutes: number;
  onMinutes: (minutes: number) => void;
  isStale: boolean;
}
