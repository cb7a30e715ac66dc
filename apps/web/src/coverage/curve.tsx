/** Share of people reached within each minute; the dot on the threshold can be dragged. */
import type { CumulativeCurve } from "@firecover/domain";
import { area, curveMonotoneX, line } from "d3-shape";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useText } from "../i18n/use-text.ts";
import { usePalette } from "../theme/use-theme.ts";
import { PanelSection } from "../ui/panel.tsx";
import { CurveTable } from "./curve-table.tsx";
import { timeClasses } from "./time-classes.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import "./curve.css";

const width = 336;
const height = 168;
const maxMinutes = 20;
const [left, right] = [40, width - 6];
const [bottom, top] = [height - 36, 10];
const x = (minute: number) => left + (minute / maxMinutes) * (right - left);
const y = (share: number) => bottom + share * (top - bottom);
const minuteAt = (pixels: number) => ((pixels - left) / (right - left)) * maxMinutes;
const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
};

interface Props {
  curve: CumulativeCurve;
  /** Today's, dashed beside the curve of a scenario. */
  before?: CumulativeCurve | undefined;
  minutes: number;
  onMinutes: (minutes: number) => void;
}

export function Curve({ curve, before, minutes, onMinutes }: Props) {
  const { t, format } = useText();
  const palette = usePalette();
  const { as = "certain" } = useCoverageSearch();
  const svg = useRef<SVGSVGElement>(null);
  const points = curve.minutes.flatMap((minute, index) =>
    minute <= maxMinutes
      ? [{ minute, certain: curve.certain[index]!, possible: curve.possible[index]! }]
      : [],
  );
  const share = curve[as][curve.minutes.indexOf(minutes)] ?? 0;
  const path = line<(typeof points)[number]>()
    .x(({ minute }) => x(minute))
    .y((point) => y(point[as]))
    .curve(curveMonotoneX)(points);
  const beforePath =
    before &&
    line<number>()
      .x((_, minute) => x(minute))
      .y((share) => y(share))
      .curve(curveMonotoneX)(before[as].slice(0, maxMinutes + 1));
  const band = area<(typeof points)[number]>()
    .x(({ minute }) => x(minute))
    .y0(({ certain }) => y(certain))
    .y1(({ possible }) => y(possible))
    .curve(curveMonotoneX)(points);

  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = svg.current!.getBoundingClientRect();
    onMinutes(minuteAt(((event.clientX - box.left) / box.width) * width));
  };
  const move = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    if (!step) return;
    event.preventDefault();
    onMinutes(minutes + step);
  };
  const labelLeft = minutes > 13;
  // Below the curve, but never down on the axis; above it where there is no room below.
  const highest = y(Math.max(...points.map(({ possible }) => possible)));
  const labelTop = share < 0.3 ? Math.max(y(1) + 12, highest - 26) : Math.min(y(share * 0.72), y(0) - 24);
  const ticks = [0, 5, 10, 15, 20].filter((tick) => Math.abs(tick - minutes) > 1 || tick === minutes);
  if (!ticks.includes(minutes)) ticks.push(minutes);

  return (
    <PanelSection title={t("coverage.curveTitle")}>
      <svg
        ref={svg}
        className="curve"
        viewBox={`0 0 ${width} ${height}`}
        aria-label={t("coverage.curveTitle")}
      >
        <g className="curve-grid">
          {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
            <g key={tick}>
              <path d={`M${x(0)} ${y(tick)}H${x(maxMinutes)}`} />
              <text x={x(0) - 6} y={y(tick) + 4} textAnchor="end">
                {format.percent(tick, 0)}
              </text>
            </g>
          ))}
        </g>
        {band && <path d={band} className="curve-band" />}
        {beforePath && <path d={beforePath} className="curve-before" />}
        {path && <path d={path} className="curve-line" />}
        {timeClasses(minutes, palette).map(({ fromMinutes, toMinutes, colour }) => (
          <rect
            key={fromMinutes}
            x={x(fromMinutes)}
            y={y(0)}
            width={Math.max(0, x(Math.min(toMinutes, maxMinutes)) - x(fromMinutes))}
            height={4}
            fill={colour}
          />
        ))}
        {ticks.map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={y(0) + 18}
            textAnchor="middle"
            className={tick === minutes ? "curve-now" : undefined}
          >
            {tick}
          </text>
        ))}
        <text x={x(maxMinutes)} y={height - 3} textAnchor="end">
          {t("coverage.curveAxis")}
        </text>
        <path d={`M${x(minutes)} ${y(0)}V${y(1)}`} className="curve-threshold" />
        <g className="curve-label" textAnchor={labelLeft ? "end" : "start"}>
          <text x={x(minutes) + (labelLeft ? -10 : 10)} y={labelTop} className="curve-now">
            {format.percent(share)}
          </text>
          <text x={x(minutes) + (labelLeft ? -10 : 10)} y={labelTop + 15}>
            {t("coverage.thresholdOf", { minutes })}
          </text>
        </g>
        <g
          className="curve-dot"
          role="slider"
          tabIndex={0}
          aria-label={t("coverage.threshold")}
          aria-valuemin={1}
          aria-valuemax={maxMinutes}
          aria-valuenow={minutes}
          aria-valuetext={t("coverage.curveValue", { minutes, share: format.percent(share) })}
          onPointerDown={drag}
          onPointerMove={drag}
          onKeyDown={move}
        >
          <rect x={x(minutes) - 14} y={y(1) - 8} width={28} height={y(0) - y(1) + 12} fill="transparent" />
          <circle cx={x(minutes)} cy={y(share)} r={4.5} />
        </g>
      </svg>
      {before && <p className="caption curve-key">{t("whatIf.dashedIsToday")}</p>}
      <CurveTable points={points} />
    </PanelSection>
  );
}
