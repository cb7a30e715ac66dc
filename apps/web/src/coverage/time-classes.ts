/** Classes of minutes to the first engine; the hue turns, and dots and dashes begin, at the threshold in force. */
import type { Palette } from "../theme/palette.ts";

export interface TimeClass {
  readonly fromMinutes: number;
  /** Infinity for the last. */
  readonly toMinutes: number;
  readonly isInside: boolean;
  readonly colour: string;
  /** Over the colour, so that a grey print still tells inside from outside. */
  readonly mark: "none" | "dots" | "dashes";
}

const cuts = [5, 8, 10, 15];
/** Which of the four outside colours are used when there are one to four classes: the steps stay far apart. */
const outsideSteps = [[0], [0, 2], [0, 1, 2], [0, 1, 2, 3]] as const;

function edges(thresholdMinutes: number, isInside: boolean): number[] {
  const own = cuts.filter((cut) => (isInside ? cut < thresholdMinutes : cut > thresholdMinutes));
  // At most four classes on either side: the cut at 8 is the one that planners miss least.
  return own.length > 3 ? own.filter((cut) => cut !== 8) : own;
}

export function timeClasses(thresholdMinutes: number, palette: Palette): TimeClass[] {
  const inside = [0, ...edges(thresholdMinutes, true), thresholdMinutes];
  const outside = [thresholdMinutes, ...edges(thresholdMinutes, false), Number.POSITIVE_INFINITY];
  const steps = outsideSteps[outside.length - 2]!;
  return [
    ...inside.slice(1).map(
      (toMinutes, index): TimeClass => ({
        fromMinutes: inside[index]!,
        toMinutes,
        isInside: true,
        colour: palette.inside[index]!,
        mark: "none",
      }),
    ),
    ...outside.slice(1).map(
      (toMinutes, index): TimeClass => ({
        fromMinutes: outside[index]!,
        toMinutes,
        isInside: false,
        colour: palette.outside[steps[index]!]!,
        mark: index === 0 ? "dots" : "dashes",
      }),
    ),
  ];
}

/** Stops of a gradient that paints the classes over 0 … `maxMinutes`, hard-edged. */
export function classGradient(classes: readonly TimeClass[], maxMinutes: number): string {
  const stops = classes
    .filter(({ fromMinutes }) => fromMinutes < maxMinutes)
    .map(({ fromMinutes, toMinutes, colour }) => {
      const from = (fromMinutes / maxMinutes) * 100;
      const to = (Math.min(toMinutes, maxMinutes) / maxMinutes) * 100;
      return `${colour} ${from}% ${to}%`;
    });
  return `linear-gradient(to right, ${stops.join(", ")})`;
}
