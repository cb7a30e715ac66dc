/** Why a sheet may not be printed: the rules of maps and of stale results, checked on what would come out. */
import type { MessageKey } from "../i18n/en.ts";

/** An inset narrower than this cannot be read on paper. */
const leastInsetWidth = 118;

export interface PrintedSheet {
  readonly isStale: boolean;
  readonly hasMap: boolean;
  /** Measured on the sheet itself; null = not on it. */
  readonly inset: {
    readonly width: number;
    readonly islandCount: number;
    readonly labels: readonly string[];
  } | null;
}

/** Null when the sheet may be printed. */
export function printRefusal({ isStale, hasMap, inset }: PrintedSheet): MessageKey | null {
  if (isStale) return "why.print.stale";
  if (!hasMap) return "why.print.noMap";
  const names = inset?.labels.join(" ") ?? "";
  const isWhole =
    inset !== null &&
    inset.width >= leastInsetWidth &&
    inset.islandCount > 0 &&
    names.includes("Hoàng Sa") &&
    names.includes("Trường Sa");
  return isWhole ? null : "why.print.noInset";
}

/** What of the inset stands on a sheet. */
export function insetOn(sheet: HTMLElement): PrintedSheet["inset"] {
  const inset = sheet.querySelector(".viet-nam-inset");
  if (!inset) return null;
  return {
    width: inset.getBoundingClientRect().width,
    islandCount: inset.querySelectorAll(".inset-island").length,
    labels: [...inset.querySelectorAll("text")].map(({ textContent }) => textContent ?? ""),
  };
}
