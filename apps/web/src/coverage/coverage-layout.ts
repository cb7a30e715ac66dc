/** What both layouts of the coverage screen show. */
import type { Standard } from "@firecover/domain";
import type { CoverageData } from "./use-coverage-data.ts";
import type { CoverageNumbers } from "./use-numbers.ts";

export interface CoverageLayoutProps {
  data: CoverageData;
  numbers: CoverageNumbers;
  standard: Standard;
  minutes: number;
  onMinutes: (minutes: number) => void;
  isStale: boolean;
}
