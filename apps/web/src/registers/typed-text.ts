/** Reads what people type into number and date fields; what could be read two ways is refused, not guessed. */

export type Reading<T> =
  | { readonly value: T }
  | { readonly fault: "not-a-number" | "ambiguous" | "not-a-date" | "no-such-day" };

/** `7,5`, `7.5`, `1200`; `1.200` could be 1200 or 1,2 and is refused. */
export function readNumber(text: string): Reading<number> {
  const typed = text.trim().replaceAll("\u00a0", "");
  if (/^-?[1-9]\d{0,2}([.,]\d{3})+$/.test(typed)) return { fault: "ambiguous" };
  if (!/^-?\d+([.,]\d+)?$/.test(typed)) return { fault: "not-a-number" };
  return { value: Number(typed.replace(",", ".")) };
}

/** A coordinate never has thousands: `105,834` is 105.834. */
export function readCoordinate(text: string): Reading<number> {
  const typed = text.trim();
  return /^-?\d{1,3}([.,]\d+)?$/.test(typed)
    ? { value: Number(typed.replace(",", ".")) }
    : { fault: "not-a-number" };
}

/** `22/11/2026`, `2-3-2026` or `2026-11-22` to `2026-11-22`. */
export function readDate(text: string): Reading<string> {
  const typed = text.trim();
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  const [year, month, day] = local
    ? [local[3]!, local[2]!, local[1]!]
    : iso
      ? [iso[1]!, iso[2]!, iso[3]!]
      : [];
  if (!year || !month || !day) return { fault: "not-a-date" };
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${value}T00:00:00Z`);
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
  return isReal ? { value } : { fault: "no-such-day" };
}

/** As people type it: no thousands, the decimal mark of their language. */
export const writeNumber = (value: number, decimalMark: "," | "." = ","): string =>
  String(value).replace(".", decimalMark);

export function writeDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${day}/${month}/${year}`;
}
