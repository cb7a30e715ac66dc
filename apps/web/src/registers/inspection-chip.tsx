/** The state of the periodic inspection in words: overdue by n days, n days left, inspected in, not scheduled. */
import { Clock3 } from "lucide-react";
import type { Text } from "../i18n/use-text.ts";
import { Chip } from "../ui/chip.tsx";
import type { Inspection } from "./inspection.ts";

/** `8/2026` */
export function monthOf(iso: string): string {
  const [year, month] = iso.split("-");
  return `${Number(month)}/${year}`;
}

export function inspectionWords(inspection: Inspection, { t }: Text): string {
  switch (inspection.state) {
    case "overdue":
      return t("registers.inspection.overdueDays", { days: inspection.days });
    case "due":
      return inspection.days === 0
        ? t("registers.inspection.dueToday")
        : t("registers.inspection.dueDays", { days: inspection.days });
    case "done":
      return t(inspection.isPlanned ? "registers.inspection.plannedIn" : "registers.inspection.doneIn", {
        month: monthOf(inspection.date),
      });
    case "none":
      return t("registers.inspection.none");
  }
}

const tones = { overdue: "bad", due: "warn", done: "ok", none: "unknown" } as const;

export function InspectionChip({ inspection, text }: { inspection: Inspection; text: Text }) {
  return (
    <Chip tone={tones[inspection.state]} {...(inspection.state === "due" && { icon: Clock3 })}>
      {inspectionWords(inspection, text)}
    </Chip>
  );
}
