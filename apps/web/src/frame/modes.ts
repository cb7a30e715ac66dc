/** The modes of this version, in the order of the rail. */
import { type LucideIcon, MapPinPlus, Radar, Table2, Upload } from "lucide-react";
import type { MessageKey } from "../i18n/en.ts";

export interface Mode {
  readonly to: "/vung-phu" | "/chon-vi-tri" | "/so-du-lieu" | "/nhap-tep";
  readonly label: MessageKey;
  readonly icon: LucideIcon;
}

export const modes: readonly Mode[] = [
  { to: "/vung-phu", label: "mode.coverage", icon: Radar },
  { to: "/chon-vi-tri", label: "mode.siting", icon: MapPinPlus },
  { to: "/so-du-lieu", label: "mode.registers", icon: Table2 },
  { to: "/nhap-tep", label: "mode.import", icon: Upload },
];
