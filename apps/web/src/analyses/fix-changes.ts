/** The changes of a work as a scenario takes them over: what is new and nameless is named after its road. */
import { type Change, type Fix, waterSourceKindLabels } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";

export function changesOfFix({ changes, roadName }: Fix, { label }: Text): Change[] {
  return changes.map((change) => {
    if (change.kind !== "addWaterSource" || change.waterSource.name !== null) return change;
    const kind = label(waterSourceKindLabels[change.waterSource.kind]);
    const name = roadName === null ? kind : `${kind} ${roadName}`;
    return { ...change, waterSource: { ...change.waterSource, name } };
  });
}
