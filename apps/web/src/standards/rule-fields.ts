/** Which values of a standard the page edits, in the units people speak of them. */
import type { Standard } from "@firecover/domain";
import type { MessageKey } from "../i18n/en.ts";
import type { docsPages } from "../why/clause-link.tsx";

export type RuleUnit = "minutes" | "seconds" | "m" | "km" | "m/s" | "hours" | "percent" | "perKm2";

/** A place inside the standard, `["radius", "urbanCentreMetres"]` = `radius.value.urbanCentreMetres`. */
export interface RuleField {
  readonly rule: keyof Standard;
  readonly part: string | number | null;
  readonly unit: RuleUnit;
  /** Stored value = typed value × scale. */
  readonly scale: number;
}

export interface RuleGroup {
  readonly title: MessageKey;
  /** Where the documentation explains its rules. */
  readonly page: keyof typeof docsPages;
  readonly fields: readonly RuleField[];
}

const field = (
  rule: keyof Standard,
  unit: RuleUnit,
  scale = 1,
  part: RuleField["part"] = null,
): RuleField => ({
  rule,
  part,
  unit,
  scale,
});

export const ruleGroups: readonly RuleGroup[] = [
  {
    title: "standards.group.time",
    page: "radius-urban-centre",
    fields: [
      field("firstEngineSeconds", "minutes", 60),
      field("alarmHandlingSeconds", "seconds"),
      field("turnoutSeconds", "seconds"),
      field("radius", "m", 1, "urbanCentreMetres"),
      field("radius", "m", 1, "elsewhereMetres"),
      field("targetShare", "percent", 0.01),
    ],
  },
  {
    title: "standards.group.access",
    page: "road-limits",
    fields: [
      field("hoseReachMetres", "m"),
      field("hoseHaulMetresPerSecond", "m/s"),
      field("deadEndMetres", "m"),
    ],
  },
  {
    title: "standards.group.water",
    page: "building-flow",
    fields: [
      field("waterRadiusEngineMetres", "m"),
      field("waterRadiusPortablePumpMetres", "m"),
      field("waterDurationHours", "hours"),
      field("draftingLiftMetres", "m"),
      field("hydrantSpacingMetres", "m"),
      field("tankerShuttle", "seconds", 1, "setUpSeconds"),
      field("tankerShuttle", "minutes", 60, "farthestDriveSeconds"),
      field("tankerShuttle", "minutes", 60, "tankersWithinSeconds"),
    ],
  },
  {
    title: "standards.group.density",
    page: "settlement-flow",
    fields: [field("highDensityPeoplePerKm2", "perKm2")],
  },
];

export const rainField = field("rainySeasonSpeedFactor", "percent", 0.01);
export const hourField = (hour: number): RuleField => field("hourlySpeedFactors", "percent", 0.01, hour);

interface Rule {
  readonly value: unknown;
  readonly basis: string;
  readonly clause: string | null;
}
export const ruleOf = (standard: Standard, { rule }: RuleField): Rule => standard[rule] as unknown as Rule;

export function ruleValue(standard: Standard, field: RuleField): number {
  const { value } = ruleOf(standard, field);
  return field.part === null ? (value as number) : (value as Record<string | number, number>)[field.part]!;
}

/** What differs from the regulation is no regulation any more. */
export function withValue(standard: Standard, field: RuleField, stored: number): Standard {
  const before = ruleOf(standard, field);
  const value =
    field.part === null
      ? stored
      : Array.isArray(before.value)
        ? before.value.with(field.part as number, stored)
        : { ...(before.value as object), [field.part]: stored };
  return { ...standard, [field.rule]: { value, basis: "planning-assumption", clause: null } };
}

/** Without the noise of binary fractions. */
export const shownNumber = (stored: number, scale: number): number => Number((stored / scale).toFixed(6));
