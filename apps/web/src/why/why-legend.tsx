/** What the lines of an explanation mean. */
import { useText } from "../i18n/use-text.ts";
import type { ThemeName } from "../theme/palette.ts";
import { useTheme } from "../theme/use-theme.ts";
import { whyColours } from "./why-layers.ts";
import "./why-marks.css";

const entries = [
  { part: "route", words: "why.legend.route" },
  { part: "hose", words: "why.legend.hose" },
  { part: "slow", words: "why.legend.slow" },
  { part: "water", words: "why.legend.water" },
] as const;

/** `theme` where the legend does not follow the screen, as on paper. */
export function WhyLegend({ theme }: { theme?: ThemeName }) {
  const { t } = useText();
  const shown = useTheme();
  const colour = whyColours[theme ?? shown];
  return (
    <ul className="why-legend">
      {entries.map(({ part, words }) => (
        <li key={part}>
          <svg width="28" height="8" aria-hidden="true">
            {part === "water" && <path d="M0 4h28" stroke={colour.water} strokeWidth="8" />}
            {(part === "route" || part === "slow") && (
              <path d="M0 4h28" stroke={colour.route} strokeWidth="6" />
            )}
            {part === "slow" && (
              <path d="M0 4h28" stroke={colour.slow} strokeWidth="3" strokeDasharray="5 4" />
            )}
            {part === "hose" && (
              <path d="M0 4h28" stroke={colour.hose} strokeWidth="4" strokeDasharray="8 3" />
            )}
          </svg>
          {t(words)}
        </li>
      ))}
    </ul>
  );
}
