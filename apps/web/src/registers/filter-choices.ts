/** What each filter can be set to, in words. */
import {
  fireStationKindLabels,
  gapCauseLabels,
  hazardClassLabels,
  type Label,
  managementTierLabels,
  premisesCategoryLabels,
  roadClassLabels,
  waterSourceKindLabels,
  workingStateLabels,
} from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { InspectionState } from "./inspection.ts";
import type { FilterKey } from "./registers-search.ts";

export interface Choice {
  readonly value: string;
  readonly words: string;
}

const labels: Partial<Record<FilterKey, Readonly<Record<string, Label>>>> = {
  category: premisesCategoryLabels,
  tier: managementTierLabels,
  hazard: hazardClassLabels,
  gap: gapCauseLabels,
  waterKind: waterSourceKindLabels,
  waterState: workingStateLabels,
  stationKind: fireStationKindLabels,
  roadClass: roadClassLabels,
};

export function filterChoices(
  filter: FilterKey,
  communes: readonly { code: string; name: string }[],
  { t, label }: Text,
): Choice[] {
  switch (filter) {
    case "commune":
      return communes.map(({ code, name }) => ({ value: code, words: name }));
    case "inspection":
      return InspectionState.options.map((value) => ({ value, words: t(`registers.inspection.${value}`) }));
    case "width":
      return [
        { value: "unknown", words: t("registers.filter.widthUnknown") },
        { value: "known", words: t("registers.filter.widthKnown") },
      ];
    default:
      return Object.entries(labels[filter] ?? {}).map(([value, words]) => ({ value, words: label(words) }));
  }
}
