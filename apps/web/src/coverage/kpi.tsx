/** The number as a sentence, with its interval and its target. */
import type { ShareInterval } from "@firecover/domain";
import type { ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";
import { classNames } from "../ui/class-names.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import "./kpi.css";

interface Props {
  /** Null where too little is known for a number. */
  share: ShareInterval | null;
  hasPeople: boolean;
  minutes: number;
  /** Share 0 to 1. */
  target: number;
  isStale: boolean;
  /** Under the sentence: how far it is from today. */
  children?: ReactNode;
}

export function Kpi({ share, hasPeople, minutes, target, isStale, children }: Props) {
  const { t, rich, format } = useText();
  const { as = "certain" } = useCoverageSearch();
  if (!share)
    return (
      <section className="kpi">
        <p>{t(hasPeople ? "coverage.notEnoughRoads" : "coverage.notEnoughData")}</p>
      </section>
    );
  return (
    <section className={classNames("kpi", isStale && "kpi-stale")}>
      <p className="kpi-sentence">
        <span className="kpi-number">{format.percent(share[as])}</span>{" "}
        <span className="kpi-words">{t("coverage.kpi", { minutes })}</span>
      </p>
      {children}
      {isStale && <p className="caption">{t("coverage.parametersChanged")}</p>}
      <IntervalBar share={share} target={target} />
      <p className="caption kpi-foot">
        <span>
          {rich("coverage.interval", {
            certain: format.percent(share.certain),
            possible: format.percent(share.possible),
          })}
        </span>
        <span className="kpi-target">{t("coverage.target", { target: format.percent(target, 0) })}</span>
      </p>
    </section>
  );
}

/** Solid up to what is certain, hatched up to what is possible, a tick at the target. */
export function IntervalBar({ share, target }: { share: ShareInterval; target: number }) {
  const percent = (value: number) => `${value * 100}%`;
  return (
    <div className="interval-bar" aria-hidden="true">
      <span className="interval-bar-certain" style={{ width: percent(share.certain) }} />
      <span
        className="interval-bar-possible"
        style={{ left: percent(share.certain), width: percent(share.possible - share.certain) }}
      />
      <span className="interval-bar-target" style={{ left: percent(target) }} />
    </div>
  );
}
