/** The zones' part of the map's key, where there are any. */
import type { ExclusionZoneKind } from "@firecover/domain";
import { useDrawingText } from "./drawing-text.ts";
import { useZones } from "./use-zones.ts";
import { ZoneSwatch } from "./zone-swatch.tsx";

const kinds: readonly ExclusionZoneKind[] = ["flood", "forbidden"];

export function ZoneKey() {
  const { t } = useDrawingText();
  const { zones } = useZones();
  return kinds
    .filter((kind) => zones.some((zone) => zone.kind === kind))
    .map((kind) => (
      <li key={kind}>
        <ZoneSwatch kind={kind} />
        {t(`draw.zone.${kind}`)}
      </li>
    ));
}
