/** Legend on the map: minutes where roads are drawn, shares where communes are filled. */
import { useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { useMap } from "../map/map-context.ts";
import { usePalette } from "../theme/use-theme.ts";
import { timeClasses } from "./time-classes.ts";
import "./map-legend.css";

const roadsFromZoom = 12;

export function MapLegend({ minutes, hasUnknown }: { minutes: number; hasUnknown: boolean }) {
  const map = useMap();
  const [isNear, setIsNear] = useState(map.getZoom() >= roadsFromZoom);
  useEffect(() => {
    const look = () => setIsNear(map.getZoom() >= roadsFromZoom);
    map.on("zoom", look);
    return () => void map.off("zoom", look);
  }, [map]);
  return isNear ? <MinuteStrip minutes={minutes} /> : <ShareStrip hasUnknown={hasUnknown} />;
}

function MinuteStrip({ minutes }: { minutes: number }) {
  const { t } = useText();
  const palette = usePalette();
  const classes = timeClasses(minutes, palette);
  return (
    <div className="map-legend-strip">
      <b>{t("coverage.legendMinutes")}</b>
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

function ShareStrip({ hasUnknown }: { hasUnknown: boolean }) {
  const { t } = useText();
  const palette = usePalette();
  const words = ["< 50", "50–70", "70–80", "80–90", "> 90"];
  return (
    <div className="map-legend-strip">
      <b>{t("coverage.legendShares")}</b>
      <ul>
        {palette.shares.map((colour, index) => (
          <li key={colour}>
            <span style={{ background: colour }}>
              {index === 0 && (
                <svg width="100%" height="6" aria-hidden="true">
                  <pattern
                    id="share-hatch"
                    width="4"
                    height="4"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                  >
                    <path d="M0 0V4" stroke={palette.halo} strokeWidth="1.6" />
                  </pattern>
                  <rect width="100%" height="6" fill="url(#share-hatch)" />
                </svg>
              )}
            </span>
            {words[index]}
          </li>
        ))}
        {hasUnknown && (
          <li className="map-legend-unknown">
            <span>
              <svg width="100%" height="6" aria-hidden="true">
                <pattern
                  id="unknown-hatch"
                  width="5"
                  height="5"
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <path d="M0 0V5" stroke={palette.shareUnknown} strokeWidth="2" />
                </pattern>
                <rect width="100%" height="6" fill="url(#unknown-hatch)" />
              </svg>
            </span>
            {t("coverage.legendUnknown")}
          </li>
        )}
      </ul>
    </div>
  );
}
