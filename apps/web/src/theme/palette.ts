/** Colours that carry a meaning on the map and in charts; screen furniture takes its colours from tokens.css. */
import type { GapCause } from "@firecover/domain";

export type ThemeName = "light" | "dark";

export interface Palette {
  /** Fastest first; the hue turns at the threshold in force. */
  readonly inside: readonly [string, string, string, string];
  readonly outside: readonly [string, string, string, string];
  /** Dots and dashes over the colours outside the threshold. */
  readonly outsideMark: string;
  readonly noEntry: string;
  readonly causes: Readonly<Record<GapCause, string>>;
  readonly causeDigit: string;
  readonly halo: string;
  /** Share of people covered: below 50, 50–70, 70–80, 80–90, above 90 %. */
  readonly shares: readonly [string, string, string, string, string];
  readonly shareUnknown: string;
  /** Ground of what is unknown, under its hatch. */
  readonly card: string;
  readonly land: string;
  readonly water: string;
  readonly waterLine: string;
  readonly waterLabel: string;
  readonly park: string;
  readonly footway: string;
  /** Roads as ground for something else, and below zoom 12. */
  readonly plainRoad: string;
  readonly contextRoad: string;
  readonly boundary: string;
  readonly provinceLine: string;
  readonly wardLabel: string;
  readonly streetLabel: string;
  readonly densityHatch: string;
  readonly stationFill: string;
  readonly stationFlame: string;
  readonly ink: string;
  /** What the reader picked, as the accent of the screen. */
  readonly selection: string;
}

const light: Palette = {
  inside: ["#259786", "#1B7CA3", "#34509C", "#27306B"],
  outside: ["#C2611A", "#A0411A", "#7A2414", "#4F120E"],
  outsideMark: "#FFFFFF",
  noEntry: "#7F858E",
  causes: { time: "#C8401A", access: "#A3257A", water: "#0B5CB8", force: "#2B3038" },
  causeDigit: "#FFFFFF",
  halo: "#FFFFFF",
  shares: ["#7A2414", "#C2611A", "#E3B27A", "#7FB2C6", "#1B7CA3"],
  shareUnknown: "#7F858E",
  card: "#FFFFFF",
  land: "#F4F2EC",
  water: "#CFE1EA",
  waterLine: "#A9C6D6",
  waterLabel: "#0B4F6E",
  park: "#E2EADA",
  footway: "#CFCBC0",
  plainRoad: "#FFFFFF",
  contextRoad: "#FFFFFF",
  boundary: "#6B5B86",
  provinceLine: "#5C6675",
  wardLabel: "#4B3D66",
  streetLabel: "#333B47",
  densityHatch: "#5B4A2A",
  stationFill: "#17293F",
  stationFlame: "#FFFFFF",
  ink: "#1B2430",
  selection: "#1C5A9C",
};

const dark: Palette = {
  inside: ["#2C8C7E", "#3FA0CC", "#86A6F5", "#B3C4FF"],
  outside: ["#F0914E", "#F7AE7C", "#FFCBA6", "#FFE2CC"],
  outsideMark: "#12171D",
  noEntry: "#6B7686",
  causes: { time: "#FF8A5C", access: "#F07CC4", water: "#6CB2FF", force: "#E6E9EE" },
  causeDigit: "#12171D",
  halo: "#12171D",
  shares: ["#FFCBA6", "#F0914E", "#8A6237", "#3A6A80", "#3FA0CC"],
  shareUnknown: "#6B7686",
  card: "#1A2028",
  land: "#171C23",
  water: "#1D2D3A",
  waterLine: "#2F4658",
  waterLabel: "#7FB2C6",
  park: "#1C2620",
  footway: "#343B45",
  plainRoad: "#2A323C",
  contextRoad: "#12171D",
  boundary: "#A79BC4",
  provinceLine: "#A9B3C0",
  wardLabel: "#CFC6E6",
  streetLabel: "#D5DBE3",
  densityHatch: "#C9B68C",
  stationFill: "#E7EBF0",
  stationFlame: "#12171D",
  ink: "#E7EBF0",
  selection: "#7FB4EE",
};

export const palettes: Readonly<Record<ThemeName, Palette>> = { light, dark };
