/** Best so far and what cannot be exceeded, over the seconds, until they meet. */
import type { SitingRun } from "@firecover/domain";
import { meetingWords } from "./answer-words.ts";
import { billions, spoken, unitOf, unitText } from "./measure.ts";
import { useSitingText } from "./siting-text.tsx";

const width = 308;
const height = 76;
const [left, right, top, bottom] = [42, width - 2, 6, height - 18];

export function MeetingLines({ run }: { run: SitingRun }) {
  const text = useSitingText();
  const { t } = text;
  const { progress, question } = run;
  const unit = unitOf(question.aim);
  const words = meetingWords(run, text);
  const say = (value: number) => spoken(run, value) ?? 0;
  const steps = progress.steps;
  const last = steps.at(-1);
  const end = Math.max(progress.seconds, last?.seconds ?? 0, 0.1);
  const incumbents = steps.flatMap(({ incumbent }) => (incumbent === null ? [] : [say(incumbent)]));
  // A first bound may be far off: the picture begins where the bound is within reach of the answers.
  const finalValue = incumbents.at(-1);
  const bounds = steps.flatMap(({ bound }) => (bound === null ? [] : [say(bound)]));
  if (!words || finalValue === undefined) return null;
  const values = [
    ...incumbents,
    ...bounds.filter((value) => Math.abs(value - finalValue) <= spanOf(incumbents)),
  ];
  const high = Math.max(...values);
  // Lines that met at once are drawn high up, with room for the words below.
  const low = Math.min(...values, high - Math.max(Math.abs(high) * 0.02, 1e-9));
  const margin = (high - low) * 0.08;
  const x = (seconds: number) => left + (seconds / end) * (right - left);
  const y = (value: number) =>
    bottom -
    ((clamp(value, low - margin, high + margin) - low + margin) / (high - low + 2 * margin)) * (bottom - top);
  const path = (pick: "incumbent" | "bound") => {
    let drawn = "";
    for (const step of steps) {
      const value = step[pick];
      if (value === null) continue;
      const [at, level] = [x(step.seconds).toFixed(1), y(say(value)).toFixed(1)];
      drawn += drawn ? `H${at}V${level}` : `M${at} ${level}`;
    }
    return drawn && `${drawn}H${right}`;
  };
  // No room for a unit: the words below name it.
  const axisText = (value: number) =>
    unit === "share"
      ? unitText(unit, value, text)
      : unit === "money"
        ? billions(value, text.format)
        : text.format.minutesSeconds(value);
  const met = steps.find(({ incumbent, bound }) => incumbent !== null && incumbent === bound);
  const meetsAt = met?.seconds ?? null;
  return (
    <>
      <svg
        className="meeting-lines"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("siting.lines")}
      >
        <path d={`M${left} ${y(high)}H${right}M${left} ${y(low)}H${right}`} className="meeting-grid" />
        <text x={left - 6} y={y(high) + 4} textAnchor="end">
          {axisText(high)}
        </text>
        {y(low) - y(high) > 14 && (
          <text x={left - 6} y={y(low) + 4} textAnchor="end">
            {axisText(low)}
          </text>
        )}
        <path d={path("bound")} className="meeting-bound" />
        <path d={path("incumbent")} className="meeting-incumbent" />
        {meetsAt !== null && (
          <g className="meeting-point">
            <path d={`M${x(meetsAt)} ${top}V${bottom}`} />
            <text
              x={x(meetsAt) + (meetsAt > end * 0.55 ? -6 : 6)}
              y={bottom - 8}
              textAnchor={meetsAt > end * 0.55 ? "end" : "start"}
            >
              {t("siting.meets", { seconds: text.format.decimal(meetsAt, meetsAt < 10 ? 1 : 0) })}
            </text>
          </g>
        )}
        <text x={left} y={height - 2}>
          {t("siting.seconds", { seconds: 0 })}
        </text>
        <text x={right} y={height - 2} textAnchor="end">
          {t("siting.seconds", { seconds: text.format.decimal(end, end < 10 ? 1 : 0) })}
        </text>
      </svg>
      <dl className="meeting-legend">
        <dt className="meeting-key">{words.bestName}</dt>
        <dd>{words.best}</dd>
        <dt className="meeting-key meeting-key-bound">{words.boundName}</dt>
        <dd>{words.bound}</dd>
      </dl>
    </>
  );
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** How far from the answer a bound may lie and still be drawn to scale. */
function spanOf(incumbents: readonly number[]): number {
  const last = incumbents.at(-1)!;
  const span = Math.max(...incumbents) - Math.min(...incumbents);
  return Math.max(span * 2, Math.abs(last) * 0.1);
}
