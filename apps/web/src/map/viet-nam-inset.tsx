/** Việt Nam with Hoàng Sa and Trường Sa, and where the map is; cannot be closed. */
import { vietNamRings } from "virtual:viet-nam-outline";
import { memo } from "react";
import { useText } from "../i18n/use-text.ts";
import { hoangSa, truongSa } from "./archipelagos.ts";
import "./viet-nam-inset.css";

const west = 101.6;
const north = 23.9;
const scale = 8.6;
const width = 146;
const height = 150;
const x = (lon: number) => (lon - west) * scale * 0.97;
const y = (lat: number) => (north - lat) * scale * 0.99;
const outline = vietNamRings
  .map((ring) => `M${ring.map(([lon, lat]) => `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join("L")}Z`)
  .join("");

export const VietNamInset = memo(function VietNamInset({
  bounds,
}: {
  bounds: readonly [number, number, number, number];
}) {
  const { t } = useText();
  const boxWidth = Math.max(6, x(bounds[2]) - x(bounds[0]));
  const boxHeight = Math.max(6, y(bounds[1]) - y(bounds[3]));
  const middle = [(x(bounds[0]) + x(bounds[2])) / 2, (y(bounds[1]) + y(bounds[3])) / 2] as const;
  return (
    <svg className="viet-nam-inset" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t("map.inset")}>
      <path className="inset-land" d={outline} />
      {[...hoangSa, ...truongSa].map(([lon, lat]) => (
        <circle key={`${lon},${lat}`} className="inset-island" cx={x(lon)} cy={y(lat)} r={0.9} />
      ))}
      <rect
        className="inset-box"
        x={middle[0] - boxWidth / 2}
        y={middle[1] - boxHeight / 2}
        width={boxWidth}
        height={boxHeight}
      />
      <g className="inset-label" textAnchor="middle">
        <text x={98} y={45}>
          {t("map.hoangSa")}
        </text>
        <text x={98} y={78}>
          {t("map.ofVietNam")}
        </text>
        <text x={97} y={97}>
          {t("map.truongSa")}
        </text>
        <text x={98} y={146}>
          {t("map.ofVietNam")}
        </text>
        <text className="inset-sea" x={50} y={134}>
          {t("map.bienDong")}
        </text>
      </g>
    </svg>
  );
});
