/** Legends inside the layer cards and on the map: the same classes, words and shares everywhere. */
import { gapCauseLabels } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { usePalette } from "../theme/use-theme.ts";
import { CauseMark } from "../ui/cause-mark.tsx";
import { ClassSwatch } from "./class-swatch.tsx";
import { gapCauses } from "./gap-bits.ts";
import { useShownNumbers } from "./numbers-context.ts";
import { type TimeClass, timeClasses } from "./time-classes.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";

export function useClassName(): (timeClass: TimeClass) => string {
  const { t } = useText();
  return ({ fromMinutes, toMinutes }) =>
    fromMinutes === 0
      ? t("coverage.class.upTo", { to: toMinutes })
      : toMinutes === Number.POSITIVE_INFINITY
        ? t("coverage.class.above", { from: fromMinutes })
        : t("coverage.class.between", { from: fromMinutes, to: toMinutes });
}

export function TimeLegend({ minutes }: { minutes: number }) {
  const { t, format } = useText();
  const { as: certainty = "certain" } = useCoverageSearch();
  const { curve, shown, peopleWithoutRoads } = useShownNumbers();
  /** Without people there are no shares to write. */
  const { people } = shown;
  const palette = usePalette();
  const className = useClassName();
  const shares = curve[certainty];
  const upTo = (minutes: number) =>
    minutes === 0 ? 0 : minutes === Number.POSITIVE_INFINITY ? 1 : (shares[minutes] ?? 1);
  const unknown = people > 0 ? peopleWithoutRoads / people : 0;
  const shareOf = ({ fromMinutes, toMinutes }: TimeClass) =>
    Math.max(0, upTo(toMinutes) - upTo(fromMinutes) - (toMinutes === Number.POSITIVE_INFINITY ? unknown : 0));
  return (
    <ul className="legend">
      {timeClasses(minutes, palette).map((timeClass) => (
        <li key={timeClass.fromMinutes}>
          {timeClass.fromMinutes === minutes && (
            <span className="legend-threshold">{t("coverage.thresholdOf", { minutes })}</span>
          )}
          <span className="legend-row">
            <ClassSwatch timeClass={timeClass} />
            {className(timeClass)}
            {people > 0 && <b>{format.percent(shareOf(timeClass))}</b>}
          </span>
        </li>
      ))}
      <li className="legend-row">
        <ClassSwatch timeClass={null} />
        {t("coverage.noEntry")}
      </li>
      {unknown > 0 && (
        <li className="legend-row">
          <UnknownSwatch />
          {t("coverage.legendNoRoads")}
          <b>{format.percent(unknown)}</b>
        </li>
      )}
    </ul>
  );
}

export function CauseLegend() {
  const { label } = useText();
  return (
    <ul className="legend legend-pairs">
      {gapCauses.map((cause) => (
        <li key={cause} className="legend-row">
          <CauseMark cause={cause} />
          {label(gapCauseLabels[cause])}
        </li>
      ))}
    </ul>
  );
}

/** What is not known: a hatch on the plain ground, never a paler colour. */
function UnknownSwatch({ width = 26 }: { width?: number }) {
  const { shareUnknown, card } = usePalette();
  return (
    <svg width={width} height="12" aria-hidden="true">
      <rect width={width} height="12" rx="1" fill={card} />
      <path d="M-2 12L10 0M6 12L18 0M14 12L26 0M22 12L34 0" stroke={shareUnknown} strokeWidth="1.4" />
    </svg>
  );
}

const shareCuts = ["0", "50", "70", "80", "90"] as const;

export function ShareLegend() {
  const { t } = useText();
  const palette = usePalette();
  return (
    <ul className="legend">
      {palette.shares.map((colour, index) => (
        <li key={colour} className="legend-row">
          <svg width="24" height="12" aria-hidden="true">
            <rect width="24" height="12" rx="1" fill={colour} />
            {index === 0 && (
              <path d="M-2 12L10 0M6 12L18 0M14 12L26 0" stroke={palette.halo} strokeWidth="1.4" />
            )}
          </svg>
          {index === 0
            ? t("coverage.share.below", { to: 50 })
            : index === 4
              ? t("coverage.share.above", { from: 90 })
              : t("coverage.share.between", { from: shareCuts[index]!, to: shareCuts[index + 1]! })}
        </li>
      ))}
      <li className="legend-row">
        <UnknownSwatch width={24} />
        {t("coverage.share.unknown")}
      </li>
    </ul>
  );
}

export function CellLegend({ minutes }: { minutes: number }) {
  const palette = usePalette();
  const className = useClassName();
  return (
    <ul className="legend">
      {timeClasses(minutes, palette).map((timeClass) => (
        <li key={timeClass.fromMinutes} className="legend-row">
          <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
            <path d="M4 0h8l4 7-4 7H4L0 7z" fill={timeClass.colour} fillOpacity="0.75" />
          </svg>
          {className(timeClass)}
        </li>
      ))}
    </ul>
  );
}

export function WaterSign() {
  const palette = usePalette();
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.5" fill="var(--card)" stroke={palette.causes.water} strokeWidth="2.5" />
    </svg>
  );
}
