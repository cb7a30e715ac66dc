/** One zone: what it is, how large, where it is known from; the way to change or delete it. */
import type { ExclusionZone } from "@firecover/domain";
import { multiPolygonAreaM2 } from "@firecover/interchange/outlines";
import { Pencil, Trash2, X } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { setDrawing } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";
import { areaWords } from "./outline-card.tsx";
import { useZoneWrites } from "./use-place-writes.ts";
import { ZoneSwatch } from "./zone-swatch.tsx";

export function ZoneCard({ zone }: { zone: ExclusionZone }) {
  const text = useDrawingText();
  const { t, format } = text;
  const writes = useZoneWrites(() => setDrawing({ zoneId: null }));
  const { name, kind, geometry, source, dataDate, isSynthetic } = zone;
  return (
    <section className="map-float drawing-card" aria-label={name}>
      <header className="drawing-head">
        <h2>{name}</h2>
        <IconButton label={t("action.close")} onPress={() => setDrawing({ zoneId: null })}>
          <X size={18} strokeWidth={1.7} />
        </IconButton>
      </header>
      <p className="zone-kind">
        <ZoneSwatch kind={kind} />
        {t(`draw.zone.${kind}`)} · {areaWords(multiPolygonAreaM2(geometry.coordinates), text)}
      </p>
      <p>{t(`draw.zoneWords.${kind}`)}</p>
      <p className="caption">
        {t("draw.sourceLine", { source, date: format.date(dataDate) })}{" "}
        {isSynthetic && <Chip tone="assumption">{t("registers.field.isSynthetic")}</Chip>}
      </p>
      <div className="drawing-buttons">
        <Button isDisabled={writes.isBusy} onPress={() => writes.edit.mutate(zone.id)}>
          <Pencil size={15} strokeWidth={1.7} aria-hidden />
          {t("draw.edit")}
        </Button>
        <Button isDisabled={writes.isBusy} onPress={() => writes.remove.mutate(zone)}>
          <Trash2 size={15} strokeWidth={1.7} aria-hidden />
          {t("draw.delete")}
        </Button>
      </div>
    </section>
  );
}
