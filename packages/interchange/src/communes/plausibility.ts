/** Checks of official figures against each other: digits that got lost, areas and totals that do not fit. */
import type { CommuneKind, Label } from "@firecover/domain";
import { text } from "../issues.ts";
import type { Cells } from "../table/cells.ts";

/**
 * No commune or ward of the mainland has fewer residents since the mergers of 2025; figures below come from
 * thousands cut off (`17` for 17,xxx) or zeros dropped (`692` for 6,920). Islands do have so few.
 */
const fewestResidents = 1000;
/** Areas are published to 0.01 km² but measured on different maps. */
const areaTolerance = 0.02;
/** Totals of different reference dates differ by a little. */
export const totalTolerance = 0.02;

export function kindOfName(name: string): CommuneKind | null {
  if (/^phường\s/i.test(name.normalize("NFC"))) return "ward";
  if (/^xã\s/i.test(name.normalize("NFC"))) return "commune";
  return /^đặc khu\s/i.test(name.normalize("NFC")) ? "special-zone" : null;
}

/** Whether a figure must have lost digits; an island's is only remarked upon. */
export function hasLostDigits(population: number | null, kind: CommuneKind | null): boolean {
  return population !== null && population < fewestResidents && kind !== "special-zone";
}

/** Two digits may be thousands cut short or zeros dropped; three digits can only have lost their end. */
export function lostDigitsSuggestion(population: number): Label {
  if (population === 0) {
    return text(
      "Ghi số dân thật, hoặc để trống nếu chưa biết.",
      "Give the real figure, or leave it empty while it is not known.",
    );
  }
  return population < 100
    ? text(
        `Tra lại số liệu gốc: có thể là ${population}.000 đến ${population}.999, hoặc thiếu số 0 ở cuối.`,
        `Look up the source: it may be ${population},000 to ${population},999, or zeros are missing at its end.`,
      )
    : text(
        `Tra lại số liệu gốc: có thể thiếu số 0 ở cuối (${population * 10}).`,
        `Look up the source: a zero may be missing at its end (${population * 10}).`,
      );
}

/** An island with very few residents: kept, and said. */
export function remarkOnFew(cells: Cells, field: string, population: number): void {
  if (population >= fewestResidents) return;
  cells.warn({
    code: "lost-digits",
    field,
    reason: text(
      `Đặc khu có ${population} người: rất ít, nhưng có thể đúng với đảo; vẫn nhận.`,
      `A special zone with ${population} residents: very few, but possible on an island; accepted.`,
    ),
  });
}

/** Warns where two areas of one commune differ by more than the tolerance. */
export function compareAreas(
  cells: Cells,
  field: string,
  officialKm2: number | null,
  otherKm2: number,
): void {
  if (officialKm2 === null || Math.abs(officialKm2 - otherKm2) <= areaTolerance * otherKm2) return;
  cells.warn({
    code: "area-mismatch",
    field,
    reason: text(
      `Diện tích công bố ${officialKm2} km² khác diện tích đo được ${otherKm2.toFixed(2)} km².`,
      `The official area of ${officialKm2} km² differs from the measured ${otherKm2.toFixed(2)} km².`,
    ),
  });
}
