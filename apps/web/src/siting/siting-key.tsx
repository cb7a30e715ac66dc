/** Key of the hexagons, at the top of the map. */
import { Suspense } from "react";
import { ZoneKey } from "../site-drawing/lazy-parts.ts";
import { chosenFill, hexagonPath } from "./site-layers.ts";
import { useSitingText } from "./siting-text.tsx";

export function SitingKey() {
  const { t } = useSitingText();
  return (
    <ul className="map-float siting-key" aria-label={t("siting.key")}>
      <li>
        <Hexagon fill={chosenFill} stroke="var(--ink)" />
        {t("siting.key.chosen")}
      </li>
      <li>
        <Hexagon fill="var(--card)" stroke="var(--ink)" />
        {t("siting.key.proposed")}
      </li>
      <li>
        <Hexagon fill="var(--card)" stroke="var(--unknown)" isDashed />
        {t("siting.key.rejected")}
      </li>
      <Suspense fallback={null}>
        <ZoneKey />
      </Suspense>
    </ul>
  );
}

function Hexagon({ fill, stroke, isDashed = false }: { fill: string; stroke: string; isDashed?: boolean }) {
  return (
    <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={hexagonPath}
        fill={fill}
        stroke={stroke}
        strokeWidth="2.4"
        strokeLinejoin="round"
        strokeDasharray={isDashed ? "3.5 2.6" : undefined}
      />
    </svg>
  );
}
