/** What a tile says of one row of a coverage result. */
import type { Answers, CoverageColumns } from "@firecover/coverage";
import { UNREACHED } from "@firecover/road-network";
import type { TileProperties } from "./tile-index.ts";

/** Whole seconds, rounded up so that a tile never shows a place as inside a threshold that it misses; null = never. */
export const arrivalSeconds = (millis: number): number | null =>
  millis === UNREACHED ? null : Math.ceil(millis / 1000);

/** `seconds_*` are absent where no engine comes; the others are 1 = met, 0 = not met. */
export function answerProperties(columns: CoverageColumns, i: number): TileProperties {
  return {
    ...answersOf(columns.certain, i, "certain"),
    ...answersOf(columns.possible, i, "possible"),
    inside_radius: columns.isInsideRadius[i]!,
  };
}

function answersOf(answers: Answers, i: number, certainty: "certain" | "possible"): TileProperties {
  const properties: TileProperties = {
    [`access_${certainty}`]: answers.accessOk[i]!,
    [`water_${certainty}`]: answers.waterOk[i]!,
    [`force_${certainty}`]: answers.forceOk[i]!,
  };
  const seconds = arrivalSeconds(answers.responseMillis[i]!);
  if (seconds !== null) properties[`seconds_${certainty}`] = seconds;
  return properties;
}

/** 1 where a question fails, by cause and certainty; null where none fails even in the certain result. */
export function gapFlags(
  columns: CoverageColumns,
  i: number,
  thresholdMillis: number,
): TileProperties | null {
  const certain = flagsOf(columns.certain, i, thresholdMillis);
  const hasGap = certain.some((flag) => flag === 1);
  if (!hasGap) return null;
  const possible = flagsOf(columns.possible, i, thresholdMillis);
  const flags: TileProperties = {};
  for (const [k, cause] of (["time", "access", "water", "force"] as const).entries()) {
    flags[`${cause}_certain`] = certain[k]!;
    flags[`${cause}_possible`] = possible[k]!;
  }
  return flags;
}

function flagsOf(answers: Answers, i: number, thresholdMillis: number): number[] {
  return [
    answers.responseMillis[i]! <= thresholdMillis ? 0 : 1,
    1 - answers.accessOk[i]!,
    1 - answers.waterOk[i]!,
    1 - answers.forceOk[i]!,
  ];
}
