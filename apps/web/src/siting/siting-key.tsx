/** Key of the hexagons, at the top of the map. */
import { Suspense } from "react";
import { ZoneKey } from "../site-drawing/lazy-parts.ts";
import { StationMark } from "../ui/station-mark.tsx";
import { chosenFill, hexagonPath } from "./site-layers.ts";
import { onMap, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { crossPath } from "./unreached-overlay.tsx";

export function SitingKey() {
  const { t, format } = useSitingText();
  const { choice, answer } = onMap(useSiting()) ?? {};
  const closed = choice?.closedStationIds.length ?? 0;
  const named =
    (answer?.infeasibility?.unreachableCells.length ?? 0) +
    (answer?.infeasibility?.unreachablePremisesIds.length ?? 0);
  // An answer names the nearest thousand.
  const out = answer?.infeasibility?.unreachablePlaces ?? 0;
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
      {closed > 0 && (
        <li>
          <span className="closed-station-key">
            <StationMark />
          </span>
          {t("siting.key.closed")}
        </li>
      )}
      {named > 0 && (
        <li>
          <svg width="14" height="14" viewBox="0 0 12 12" aria-hidden="true">
            <path d={crossPath} stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
          </svg>
          {named >= out
            ? t("siting.key.unreached")
            : t("siting.key.unreachedSome", { count: format.count(named) })}
        </li>
      )}
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
