/** "Thêm mỗi trạm được bao nhiêu?": the best answer for each number of stations, each point proven or marked as not. */
import type { SitingAnswer, SitingRun } from "@firecover/domain";
import { PanelSection } from "../ui/panel.tsx";
import { curveSentence, curveValues } from "./curve-words.ts";
import { unitText } from "./measure.ts";
import { useSitingText } from "./siting-text.tsx";
import "./gain-curve.css";

const width = 356;
const height = 176;
const [left, right, top, bottom] = [62, width - 22, 20, height - 40];

export function GainCurve({ answer, run }: { answer: SitingAnswer; run: SitingRun }) {
  const text = useSitingText();
  const { t } = text;
  const values = curveValues(answer, run);
  const { unit, points } = values;
  const isCover = unit === "share";
  if (points.length < 2) return null;
  const low = Math.min(...points.map(({ value }) => value));
  const high = Math.max(...points.map(({ value }) => value));
  const [floor, ceiling, step] = scale(low, high, isCover);
  const first = points[0]!.newStationCount;
  const last = points.at(-1)!.newStationCount;
  const x = (count: number) => left + ((count - first) / Math.max(1, last - first)) * (right - left);
  const y = (value: number) => bottom - ((value - floor) / (ceiling - floor)) * (bottom - top);
  const { best } = answer;
  const chosen = best ? best.siteIds.length - best.closedStationIds.length : -1;
  const ticks = Array.from(
    { length: Math.round((ceiling - floor) / step) + 1 },
    (_, index) => floor + index * step,
  );
  const every = Math.ceil(points.length / 8);
  return (
    <PanelSection title={t("siting.curve")}>
      <p className="caption">{curveSentence(values, answer, run, text)}</p>
      <svg
        className="gain-curve"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("siting.curve")}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <path className="gain-grid" d={`M${left - 20} ${y(tick)}H${width}`} />
            <text x={left - 26} y={y(tick) + 4} textAnchor="end">
              {tickText(tick)}
            </text>
          </g>
        ))}
        <path
          className="gain-line"
          d={`M${points.map(({ newStationCount, value }) => `${x(newStationCount).toFixed(1)} ${y(value).toFixed(1)}`).join("L")}`}
        />
        {points.map(({ newStationCount, value, status }, index) => {
          const isNow = newStationCount === chosen;
          return (
            <g key={newStationCount} className={isNow ? "gain-now" : undefined}>
              <circle
                cx={x(newStationCount)}
                cy={y(value)}
                r={isNow ? 5.5 : 4.5}
                className={status === "optimal" ? "gain-point" : "gain-point gain-unproven"}
              />
              {(index % every === 0 || isNow) && (
                <>
                  <text
                    x={x(newStationCount)}
                    y={y(value) + (value > (floor + ceiling) / 2 ? 20 : -10)}
                    textAnchor="middle"
                  >
                    {pointText(value)}
                  </text>
                  <text x={x(newStationCount)} y={bottom + 20} textAnchor="middle">
                    {newStationCount === 0 ? "0" : `+${newStationCount}`}
                  </text>
                </>
              )}
            </g>
          );
        })}
        <text x={width - 4} y={height - 4} textAnchor="end">
          {t("siting.curveAxis")}
        </text>
      </svg>
      <details className="curve-table">
        <summary>{t("siting.curveTable")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("siting.curveAxis")}</th>
              <th scope="col">{t(isCover ? "siting.curveShare" : "siting.curveTime")}</th>
              <th scope="col">{t("siting.proof")}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ newStationCount, value, status }) => (
              <tr key={newStationCount}>
                <td>{newStationCount}</td>
                <td>{unitText(unit, value, text)}</td>
                <td>{t(`siting.status.${status}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </PanelSection>
  );

  function pointText(value: number): string {
    return isCover ? text.format.percent(value).replace(/\s*%$/, "") : text.format.minutesSeconds(value);
  }
  function tickText(value: number): string {
    return isCover ? text.format.percent(value, 0) : text.format.minutesSeconds(value);
  }
}

/** Round ends and at most four steps between them. */
function scale(low: number, high: number, isShare: boolean): [number, number, number] {
  const steps = isShare ? [0.01, 0.02, 0.05, 0.1, 0.2, 0.25] : [15, 30, 60, 120, 300, 600, 1200, 3600];
  for (const step of steps) {
    const floor = Math.floor(low / step + 1e-9) * step;
    const ceiling = Math.max(floor + step, Math.ceil(high / step - 1e-9) * step);
    if ((ceiling - floor) / step <= 4.001) return [floor, isShare ? Math.min(1, ceiling) : ceiling, step];
  }
  return [0, isShare ? 1 : high, isShare ? 0.25 : high];
}
