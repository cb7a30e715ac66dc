/** Numbers, shares, dates and times as each language writes them. */
import type { Language } from "@firecover/domain";

const noBreakSpace = "\u00a0";
const locales: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };

export interface Format {
  /** `141.110` */
  count(value: number): string;
  decimal(value: number, digits: number): string;
  /** Share 0 to 1 as `81,4 %`. */
  percent(share: number, digits?: number): string;
  /** ISO date or date-time as `22/11/2026`. */
  date(iso: string): string;
  /** ISO date as `11/2026`. */
  month(iso: string): string;
  /** ISO date-time as `14:05`, local time. */
  clock(iso: string): string;
  /** Seconds as `3:12`. */
  minutesSeconds(seconds: number): string;
  /** `320 m`, `1,8 km`. */
  metres(metres: number): string;
}

export function createFormat(language: Language): Format {
  const locale = locales[language];
  const decimals = [0, 1, 2, 3].map(
    (digits) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const decimal = (value: number, digits: number) => (decimals[digits] ?? decimals[0]!).format(value);
  const day = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric" });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
  return {
    count: (value) => decimal(value, 0),
    decimal,
    percent: (share, digits = 1) => `${decimal(flooredPercent(share, digits), digits)}${noBreakSpace}%`,
    date: (iso) => {
      // A bare date is a calendar day, not an instant: never shifted by the time zone.
      const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
      return year ? `${dayOfMonth}/${month}/${year}` : day.format(new Date(iso));
    },
    month: (iso) => `${iso.slice(5, 7)}/${iso.slice(0, 4)}`,
    clock: (iso) => clock.format(new Date(iso)),
    minutesSeconds: (seconds) => {
      const whole = Math.round(seconds);
      return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    },
    metres: (metres) =>
      metres >= 1000
        ? `${decimal(metres / 1000, metres >= 10_000 || metres % 1000 === 0 ? 0 : 1)}${noBreakSpace}km`
        : `${decimal(metres, 0)}${noBreakSpace}m`,
  };
}

/** Rounded, except that what falls short of everything is never written as 100 %. */
function flooredPercent(share: number, digits: number): number {
  const scale = 10 ** digits;
  const rounded = Math.round(share * 100 * scale) / scale;
  return share < 1 && rounded >= 100 ? 100 - 1 / scale : rounded;
}
