/** A bit of a zone as the map draws it. */
import type { ExclusionZoneKind } from "@firecover/domain";
import { useId } from "react";
import { usePalette } from "../theme/use-theme.ts";
import { patternSize, zoneColour, zonePatterns } from "./zone-layers.ts";

export function ZoneSwatch({ kind }: { kind: ExclusionZoneKind }) {
  const palette = usePalette();
  const id = useId();
  const colour = zoneColour(palette, kind);
  return (
    <svg className="zone-swatch" width="22" height="15" aria-hidden="true">
      <defs>
        <pattern id={id} width={patternSize} height={patternSize} patternUnits="userSpaceOnUse">
          <path d={zonePatterns[kind]} fill="none" stroke={colour} strokeWidth="1.4" />
        </pattern>
      </defs>
      <rect
        x="1"
        y="1"
        width="20"
        height="13"
        fill={`url(#${id})`}
        stroke={colour}
        strokeWidth="1.6"
        strokeDasharray={kind === "forbidden" ? "4.5 2.5" : undefined}
      />
    </svg>
  );
}
