/** From the alarm to water on the fire: five steps, each with its time, the running total and what decided it. */
import type { Explanation, Verdict } from "@firecover/domain";
import type { Text } from "../i18n/use-text.ts";
import { arrivalStep, haulStep } from "./steps-access.ts";
import { waterStep } from "./steps-water.ts";

export type StepState = "done" | "failed" | "unknown";

export interface Step {
  readonly number: 1 | 2 | 3 | 4 | 5;
  readonly state: StepState;
  readonly title: string;
  readonly detail: string;
  readonly isAssumption: boolean;
  /** Document and clause behind the verdict. */
  readonly clause: string | null;
  readonly seconds: number | null;
  readonly totalSeconds: number | null;
}

export const stateOf = (verdict: Verdict): StepState =>
  (({ met: "done", "not-met": "failed", unknown: "unknown" }) as const)[verdict];

export function stepsOf(explanation: Explanation, text: Text): Step[] {
  return [
    startStep(explanation, text),
    driveStep(explanation, text),
    arrivalStep(explanation, text),
    haulStep(explanation, text),
    waterStep(explanation, text),
  ];
}

function startStep({ time }: Explanation, { t, format }: Text): Step {
  const seconds = time.alarmHandlingSeconds + time.turnoutSeconds;
  return {
    number: 1,
    state: "done",
    title: t("why.step.start"),
    detail: t("why.step.startDetail", {
      alarm: format.minutesSeconds(time.alarmHandlingSeconds),
      turnout: format.minutesSeconds(time.turnoutSeconds),
    }),
    isAssumption: true,
    clause: null,
    seconds,
    totalSeconds: seconds,
  };
}

function driveStep({ time }: Explanation, text: Text): Step {
  const { t, format } = text;
  const { station, travelSeconds, routeMetres } = time;
  if (station === null || travelSeconds === null)
    return {
      number: 2,
      state: "failed",
      title: t("why.step.noDrive"),
      detail: t("why.step.noDriveDetail"),
      isAssumption: false,
      clause: null,
      seconds: null,
      totalSeconds: null,
    };
  const totalSeconds = drivenSeconds(time);
  const isLate = totalSeconds > (time.rule.threshold ?? Number.POSITIVE_INFINITY);
  return {
    number: 2,
    state: isLate ? "failed" : time.verdict === "unknown" ? "unknown" : "done",
    title: t("why.step.drive", { distance: format.metres(routeMetres ?? 0), station: station.name }),
    detail: streets(time.route, text),
    isAssumption: false,
    clause: time.rule.clause,
    seconds: travelSeconds,
    totalSeconds,
  };
}

/** Seconds from the alarm until the engine stops. */
export const drivenSeconds = (time: Explanation["time"]): number =>
  time.alarmHandlingSeconds + time.turnoutSeconds + (time.travelSeconds ?? 0);

const mostStreets = 3;

/** The longest streets in the order driven, and the slowest stretch with its speed. */
function streets(route: Explanation["time"]["route"], { t, format }: Text): string {
  const nameOf = (name: string | null) => name ?? t("why.step.unnamed");
  const longest = route
    .toSorted((a, b) => b.lengthMetres - a.lengthMetres)
    .slice(0, mostStreets)
    .filter(({ name }) => name !== null);
  const seen = new Set<string | null>();
  const named = route
    .filter((stretch) => longest.includes(stretch) && !seen.has(stretch.name) && seen.add(stretch.name))
    .map(({ name, widthMetres }) =>
      widthMetres === null
        ? nameOf(name)
        : t("why.step.street", { name: nameOf(name), width: widthWords(widthMetres, format) }),
    );
  const slowest = route
    .filter(({ isSlowest }) => isSlowest)
    .reduce<(typeof route)[number] | null>(
      (slow, next) => (slow && slow.seconds >= next.seconds ? slow : next),
      null,
    );
  const parts = [named.join(", ")];
  if (slowest)
    parts.push(t("why.step.slowest", { name: nameOf(slowest.name), speed: format.count(slowest.speedKph) }));
  return parts.filter(Boolean).join("; ");
}

/** `2,4 m` where it has a decimal, `9 m` where not. */
export const widthWords = (metres: number, format: Text["format"]): string =>
  `${format.decimal(metres, Number.isInteger(metres) ? 0 : 1)}\u00a0m`;
