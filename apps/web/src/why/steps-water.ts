/** Step 5: where the water comes from and whether it is enough. */
import { type Explanation, type WaterSourceKind, waterSourceKindLabels } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { type Step, stateOf } from "./steps.ts";
import { flowWords } from "./units.ts";

type Source = Explanation["water"]["sources"][number];

const rank = { met: 0, unknown: 1, "not-met": 2 } as const;

/** The source to draw: the nearest that serves, else the nearest that may. */
export function chosenSource({ sources }: Explanation["water"]): Source | null {
  const serving = sources.filter(({ verdict }) => verdict !== "not-met");
  return serving.toSorted((a, b) => rank[a.verdict] - rank[b.verdict] || a.metres - b.metres)[0] ?? null;
}

export function sourceName({ name, kind, id }: Pick<Source, "name" | "kind" | "id">, text: Text): string {
  const label = waterSourceKindLabels[kind as WaterSourceKind];
  return name ?? (label ? `${text.label(label)} ${id}` : id);
}

export function waterStep({ water, time }: Explanation, text: Text): Step {
  const { t, format } = text;
  const source = chosenSource(water);
  const { certain, possible } = water.availableLps;
  const required = flowWords(water.requiredLps, text);
  const volume = format.count(water.requiredM3);
  const need =
    certain === possible
      ? t("why.step.waterNeed", { required, volume, available: flowWords(certain, text) })
      : t("why.step.waterNeedRange", {
          required,
          volume,
          certain: flowWords(certain, text),
          possible: flowWords(possible, text),
        });
  const isUnmeasured = source !== null && source.flowLps === null && source.volumeM3 === null;
  return {
    number: 5,
    state: stateOf(water.verdict),
    title: source
      ? t("why.step.water", { source: sourceName(source, text), distance: format.metres(source.metres) })
      : t("why.step.noWater"),
    detail: isUnmeasured ? `${need} ${t("why.step.flowUnknown")}` : need,
    isAssumption: water.rule.basis === "planning-assumption",
    clause: water.rule.clause,
    seconds: null,
    totalSeconds: time.responseSeconds,
  };
}
