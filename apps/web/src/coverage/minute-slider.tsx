/** The threshold in whole minutes, on a track painted in the classes of the map. */
import type { Basis } from "@firecover/domain";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { usePalette } from "../theme/use-theme.ts";
import { Chip } from "../ui/chip.tsx";
import { classGradient, timeClasses } from "./time-classes.ts";
import "./minute-slider.css";

interface Props {
  minutes: number;
  onChange: (minutes: number) => void;
  /** The standard's own threshold and what it rests on; another threshold is always an assumption. */
  standardMinutes: number;
  basis: Basis;
  clause: string | null;
}

const maxMinutes = 20;
const ticks = [0, 5, 8, 10, 15, 20];

export function MinuteSlider({ minutes, onChange, standardMinutes, basis, clause }: Props) {
  const { t } = useText();
  const palette = usePalette();
  const classes = timeClasses(minutes, palette);
  const isLaw = basis === "law" && minutes === standardMinutes;
  const shownTicks = ticks.filter((tick) => tick === minutes || Math.abs(tick - minutes) > 1);
  if (!shownTicks.includes(minutes)) shownTicks.push(minutes);
  return (
    <div className="minute-slider">
      <Slider
        value={minutes}
        minValue={0}
        maxValue={maxMinutes}
        step={1}
        aria-label={t("coverage.threshold")}
        onChange={(value) => onChange(value as number)}
      >
        <div className="minute-slider-head">
          <span>{t("coverage.threshold")}</span>
          <output>{t("coverage.minutes", { minutes })}</output>
        </div>
        <SliderTrack className="minute-slider-track">
          <span className="minute-slider-paint" style={{ background: classGradient(classes, maxMinutes) }} />
          <SliderThumb className="minute-slider-thumb" />
        </SliderTrack>
      </Slider>
      <div className="minute-slider-ticks" aria-hidden="true">
        {shownTicks.map((tick) => (
          <span
            key={tick}
            style={{ left: `${(tick / maxMinutes) * 100}%` }}
            className={tick === minutes ? "minute-slider-now" : undefined}
          >
            {tick}
          </span>
        ))}
      </div>
      {isLaw ? (
        <p className="caption">{clause}</p>
      ) : (
        <Chip tone="assumption">{t("coverage.assumption")}</Chip>
      )}
    </div>
  );
}
