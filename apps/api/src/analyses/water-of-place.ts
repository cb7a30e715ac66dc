/** The water of one premises, cut out of that of the whole area. */
import type { WaterSupply } from "@firecover/domain";
import type { Place } from "./catalogue.ts";

/** Sums stay; the list holds the premises alone, or nothing where its water suffices. */
export function waterOfPlace(answer: WaterSupply, { premisesId }: Place): WaterSupply {
  return { ...answer, rows: answer.rows.filter((row) => row.premisesId === premisesId) };
}
