/** The answer in one sentence, and in a second one what else holds. */
import { type Explanation, type GapCause, gapCauseLabels, type Verdict } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { flowWords, thresholdWords } from "./units.ts";

export interface VerdictSentence {
  readonly verdict: Verdict;
  readonly head: string;
  readonly detail: string;
}

export const causesInOrder: readonly GapCause[] = ["time", "access", "water", "force"];

export function verdictSentence(explanation: Explanation, text: Text): VerdictSentence {
  const { t, format } = text;
  const by = (verdict: Verdict) => causesInOrder.filter((cause) => explanation[cause].verdict === verdict);
  const [failed, unknown] = [by("not-met"), by("unknown")];
  const [first, ...others] = failed;
  if (first)
    return {
      verdict: "not-met",
      head: failedHead(first, explanation, text),
      detail: [
        ...blockedOnTime(explanation, text),
        ...(others.length > 0 ? [t("why.also.notMet", { causes: listOf(others, text) })] : []),
        ...(unknown.length > 0 ? [t("why.also.unknown", { causes: listOf(unknown, text) })] : []),
        ...(others.length + unknown.length === 0 ? [t("why.also.rest")] : []),
      ].join(" "),
    };
  if (unknown.length > 0)
    return {
      verdict: "unknown",
      head: t("why.head.unknown", { causes: listOf(unknown, text) }),
      detail: unknown.length < 4 ? t("why.also.rest") : "",
    };
  const response = format.minutesSeconds(explanation.time.responseSeconds ?? 0);
  return { verdict: "met", head: t("why.head.met", { response }), detail: "" };
}

function failedHead(
  cause: GapCause,
  { subject, snapMetres, time, access, water, force }: Explanation,
  text: Text,
): string {
  const { t, format } = text;
  if (snapMetres === null) return t("why.head.offNetwork");
  switch (cause) {
    case "time":
      return time.responseSeconds === null
        ? t("why.head.unreached")
        : t("why.head.time", {
            response: format.minutesSeconds(time.responseSeconds),
            threshold: thresholdWords(time.rule, text),
          });
    case "access":
      return access.hoseMetres === null
        ? t("why.head.accessNone")
        : t("why.head.access", {
            place: t(`why.place.${subject.kind}`),
            hose: format.metres(access.hoseMetres),
            reach: thresholdWords(access.rule, text),
          });
    case "water":
      return water.availableLps.possible === 0
        ? t("why.head.waterNone")
        : t("why.head.water", {
            available: flowWords(water.availableLps.certain, text),
            required: flowWords(water.requiredLps, text),
          });
    case "force":
      return force.rule.threshold === null
        ? t("why.head.forceNone")
        : t("why.head.force", { threshold: thresholdWords(force.rule, text) });
  }
}

function blockedOnTime({ time, access }: Explanation, { t }: Text): string[] {
  const road = access.obstacle?.roadName;
  const isBlocked = time.verdict === "met" && access.verdict === "not-met" && road;
  return isBlocked ? [t("why.also.inTimeButBlocked", { road })] : [];
}

/** `nguồn nước, lực lượng` */
const listOf = (causes: readonly GapCause[], text: Text): string =>
  causes.map((cause) => text.label(gapCauseLabels[cause]).toLocaleLowerCase(text.language)).join(", ");
