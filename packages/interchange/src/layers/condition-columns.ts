/** Columns that a list of places with their conditions has beside the places' own. */
import { SiteConditionName } from "@firecover/domain";

/**
 * The headers under which verdicts and measures stand. Beside `slope measured`, `slope` is the verdict on the slope;
 * alone it is somebody's slope in percent.
 */
export function conditionColumns(headers: readonly string[]): Set<string> {
  const written = new Set(headers.map((header) => header.trim()));
  const conditions = SiteConditionName.options.filter((name) => written.has(`${name} measured`));
  return new Set(["verdict", ...conditions.flatMap((name) => [name, `${name} measured`, `${name} at`])]);
}
