/** A small state in words with an icon: never colour alone. */
import { Check, CircleAlert, CircleHelp, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import "./chip.css";

export type ChipTone = "ok" | "bad" | "warn" | "info" | "assumption" | "unknown";

const icons: Readonly<Record<ChipTone, LucideIcon | null>> = {
  ok: Check,
  bad: TriangleAlert,
  warn: CircleAlert,
  info: Info,
  assumption: null,
  unknown: CircleHelp,
};

export function Chip({ tone, icon, children }: { tone: ChipTone; icon?: LucideIcon; children: ReactNode }) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={`chip chip-${tone}`}>
      {Icon && <Icon size={13} strokeWidth={2} aria-hidden />}
      {children}
    </span>
  );
}
