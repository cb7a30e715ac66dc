/**
 * Roads lie in one layer per whole minute: the slider then changes nothing but constant colours,
 * which MapLibre draws in the next frame. A colour computed per feature would send every tile back to the worker.
 */
import { type TimeClass, timeClasses } from "../coverage/time-classes.ts";
import type { Palette } from "../theme/palette.ts";

/** Bin b holds the roads reached after more than b − 1 and at most b minutes; the last has no upper end. */
export const roadMinuteBins: readonly number[] = Array.from({ length: 21 }, (_, index) => index + 1);
const lastBin = 21;

export function roadMinuteFilter(bin: number, secondsKey: string) {
  const seconds = ["get", secondsKey];
  const above = [">", seconds, bin === 1 ? -1 : (bin - 1) * 60];
  return bin === lastBin
    ? (["all", ["has", secondsKey], above] as const)
    : (["all", ["has", secondsKey], above, ["<=", seconds, bin * 60]] as const);
}

/** The class that the roads of a bin belong to under a threshold. */
export function classOfBin(bin: number, thresholdMinutes: number, palette: Palette): TimeClass {
  const classes = timeClasses(thresholdMinutes, palette);
  return (
    classes.find((candidate) => bin > candidate.fromMinutes && bin <= candidate.toMinutes) ?? classes.at(-1)!
  );
}
