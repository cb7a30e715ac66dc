/** Numbers and dates as Vietnamese and English spreadsheets write them. */

export interface ReadNumber {
  value: number;
  /** Marks that could have meant something else were taken as thousands: worth telling. */
  isGrouped: boolean;
}

/**
 * Whole numbers: `17`, `1.778.785`, `1,778,785`, `12 000`, `12.0`. A single group of three after a point or
 * comma is thousands, since people and pieces are not counted in thousandths.
 */
export function readInteger(text: string): ReadNumber | null {
  const trimmed = text.trim();
  if (/^-?\d+([.,]0+)?$/.test(trimmed) && !/^-?\d{1,3}[.,]000$/.test(trimmed)) {
    return { value: Number.parseInt(trimmed, 10), isGrouped: false };
  }
  if (/^-?\d{1,3}([.,\s\u00a0\u202f])\d{3}(\1\d{3})*$/.test(trimmed)) {
    return { value: Number(trimmed.replace(/[.,\s\u00a0\u202f]/g, "")), isGrouped: true };
  }
  return null;
}

/** Measures and coordinates: `105.85`, `105,85`, `1.234,5`, `1,234.5`. */
export function readDecimal(text: string): ReadNumber | null {
  const trimmed = text.trim().replace(/[\s\u00a0\u202f]/g, "");
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) {
    const value = Number(trimmed);
    return Number.isFinite(value) ? { value, isGrouped: false } : null;
  }
  if (/^[+-]?\d+,\d+$/.test(trimmed)) {
    return { value: Number(trimmed.replace(",", ".")), isGrouped: false };
  }
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(trimmed)) {
    return { value: Number(trimmed.replaceAll(".", "").replace(",", ".")), isGrouped: false };
  }
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(trimmed)) {
    return { value: Number(trimmed.replaceAll(",", "")), isGrouped: false };
  }
  if (/^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(trimmed) || /^[+-]?\d{1,3}(,\d{3}){2,}$/.test(trimmed)) {
    return { value: Number(trimmed.replace(/[.,]/g, "")), isGrouped: true };
  }
  return null;
}

/** ISO date from `2026-11-22`, `22/11/2026`, `22-11-2026`, `22.11.2026`, each with or without a time; null if none. */
export function readDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/.exec(trimmed);
  if (iso) return toIsoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s.*)?$/.exec(trimmed);
  if (vietnamese) return toIsoDate(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]));
  return null;
}

function toIsoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}
