/** Legend on the map: minutes where roads are drawn, shares where communes are filled. */
import { memo, useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { useMap } from "../map/map-context.ts";
import { usePalette } from "../theme/use-theme.ts";
import { timeClasses } from "./time-classes.ts";
import "./map-legend.css";

const roadsFromZoom = 12;

interface Props {
  minutes: number;
  hasUnknown: boolean;
  /** Which of the two is drawn at all. */
  hasMinutes: boolean;
  hasShares: boolean;
  /** What they are minutes and shares of, where that is not today's cover. */
  minutesTitle?: string;
  sharesTitle?: string;
}

export const MapLegend = memo(function MapLegend(props: Props) {
  const { minutes, hasUnknown, hasMinutes, hasShares, minutesTitle, sharesTitle } = props;
  const map = useMap();
  const [isNear, setIsNear] = useState(map.getZoom() >= roadsFromZoom);
  useEffect(() => {
    const look = () => setIsNear(map.getZoom() >= roadsFromZoom);
    map.on("zoom", look);
    return () => void map.off("zoom", look);
  }, [map]);
  if (isNear) return hasMinutes && <MinuteStrip minutes={minutes} title={minutesTitle} />;
  return hasShares && <ShareStrip hasUnknown={hasUnknown} title={sharesTitle} />;
});

function MinuteStrip({ minutes, title }: { minutes: number; title: string | undefined }) {
  const { t } = useText();
  const palette = usePalette();
  const classes = timeClasses(minutes, palette);
  return (
    <div className="map-legend-strip">
      <b>{title ?? t("coverage.legendMinutes")}</b>
      <ul>
        {classes.map(({ fromMinutes, toMinutes, colour, mark }) => (
          <li key={fromMinutes}>
            <span style={{ background: colour }}>
              {mark !== "none" && (
                <svg width="100%" height="6" aria-hidden="true">
                  <path
                    d="M1 3H200"
                    stroke={palette.outsideMark}
                    strokeWidth="1.4"
                    strokeDasharray={mark === "dots" ? "2 5" : "5 3"}
                  />
                </svg>
              )}
            </span>
            {fromMinutes === 0
              ? `≤ ${toMinutes}`
              : toMinutes === Number.POSITIVE_INFINITY
                ? `> ${fromMinutes}`
                : `${fromMinutes}–${toMinutes}`}
          </li>
        ))}
        <li>
          <span>
            <svg width="100%" height="6" aria-hidden="true">
              <path d="M0 3H200" stroke={palette.noEntry} strokeWidth="2" strokeDasharray="6 4" />
            </svg>
          </span>
          {t("coverage.legendNoEntry")}
        </li>
      </ul>
    </div>
  );
}

function ShareStrip({ hasUnknown, title }: { hasUnknown: boolean; title: string | undefined }) {
  const { t } = useText();
  const palette = usePalette();
  const words = ["< 50", "50–70", "70–80", "80–90", "> 90"];
  return (
    <div className="map-legend-strip">
      <b>{title ?? t("coverage.legendShares")}</b>
      <ul>
        {palette.shares.map((colour, index) => (
          <li key={colour}>
            <span style={{ background: colour }}>
              {index === 0 && <Hatch id="share-hatch" gap={4} width={1.6} colour={palette.halo} />}
            </span>
            {words[index]}
          </li>
        ))}
        {hasUnknown && (
          <li className="map-legend-unknown">
            <span>
              <Hatch id="unknown-hatch" gap={5} width={2} colour={palette.shareUnknown} />
            </span>
            {t("coverage.legendUnknown")}
          </li>
        )}
      </ul>
    </div>
  );
}

/** Diagonal lines over a swatch; `gap` and `width` in px. */
function Hatch({ id, gap, width, colour }: { id: string; gap: number; width: number; colour: string }) {
  return (
    <svg width="100%" height="6" aria-hidden="true">
      <pattern id={id} width={gap} height={gap} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d={`M0 0V${gap}`} stroke={colour} strokeWidth={width} />
      </pattern>
      <rect width="100%" height="6" fill={`url(#${id})`} />
    </svg>
  );
}
