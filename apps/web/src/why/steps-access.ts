/** Steps 3 and 4: where the engine stops, and how far the hose has to run from there. */
import { type Explanation, hoseLengthMetres } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { drivenSeconds, type Step, stateOf, widthWords } from "./steps.ts";
import { thresholdWords } from "./units.ts";

type Obstacle = NonNullable<Explanation["access"]["obstacle"]>;

/** What the road must offer an engine is law. */
const obstacleClauses: Partial<Record<Obstacle["kind"], string>> = {
  width: "QCVN 06:2022/BXD §6.2.1.1",
  "width-unknown": "QCVN 06:2022/BXD §6.2.1.1",
  height: "QCVN 06:2022/BXD §6.2.1.3",
  "dead-end": "QCVN 06:2022/BXD §6.2.5",
};

export function arrivalStep({ time, access }: Explanation, text: Text): Step {
  const { t } = text;
  const { obstacle } = access;
  const isDoor = access.hoseMetres === 0;
  const isReached = time.travelSeconds !== null;
  return {
    number: 3,
    state: isDoor ? "done" : isReached ? stateOf(access.verdict) : "failed",
    title: isDoor
      ? t("why.step.arrive")
      : obstacle?.roadName
        ? t("why.step.stop", { road: obstacle.roadName })
        : t("why.step.stopPlain"),
    detail: isDoor ? t("why.step.arriveDetail") : obstacle ? obstacleWords(obstacle, text) : "",
    isAssumption: false,
    clause: obstacle && !isDoor ? (obstacleClauses[obstacle.kind] ?? null) : null,
    seconds: isReached ? 0 : null,
    totalSeconds: isReached ? drivenSeconds(time) : null,
  };
}

export function obstacleWords({ kind, measured, needed }: Obstacle, { t, format }: Text): string {
  const words = (value: number | null) =>
    value === null
      ? "–"
      : kind === "weight"
        ? t("why.step.tonnes", { value: format.decimal(value, 1) })
        : widthWords(value, format);
  return t(`why.step.obstacle.${kind}`, { measured: words(measured), needed: words(needed) });
}

export function haulStep({ time, access }: Explanation, text: Text): Step {
  const { t, format } = text;
  const { hoseMetres, rule } = access;
  const common = {
    number: 4,
    state: stateOf(access.verdict),
    isAssumption: rule.basis === "planning-assumption",
    clause: rule.clause,
    seconds: time.hoseHaulSeconds,
    totalSeconds: time.responseSeconds,
  } as const;
  if (hoseMetres === null) return { ...common, title: t("why.step.haulNone"), detail: "" };
  if (hoseMetres === 0) return { ...common, title: t("why.step.noHaul"), detail: "" };
  const hoses = t("why.step.hoses", {
    count: Math.ceil(hoseMetres / hoseLengthMetres),
    each: format.metres(hoseLengthMetres),
  });
  const reach = `${hoses} ${t("why.step.reach", { reach: thresholdWords(rule, text) })}`;
  const shortMetres = hoseMetres - (rule.threshold ?? hoseMetres);
  const detail =
    shortMetres > 0
      ? `${reach} ${t("why.step.short", { metres: format.metres(Math.ceil(shortMetres)) })}`
      : reach;
  return { ...common, title: t("why.step.haul", { hose: format.metres(hoseMetres) }), detail };
}
