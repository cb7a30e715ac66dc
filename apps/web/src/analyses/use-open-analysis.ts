/** The analysis whose marks lie on the map, by the address. */
import { useCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { type AnalysisName, isAnalysis } from "./names.ts";

/** Null where none is open: folding the drawer takes the marks away; a phone has no drawer to fold. */
export function useOpenAnalysis(): AnalysisName | null {
  const { table, drawer } = useCoverageSearch();
  const isPhone = useIsPhone();
  return table && (drawer || isPhone) && isAnalysis(table) ? table : null;
}
