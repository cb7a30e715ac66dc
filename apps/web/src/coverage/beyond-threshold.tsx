/** People beyond the threshold, and how many of them the legal radius nevertheless counts as served. */
import type { Indicators, Standard } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import "./beyond-threshold.css";

export function BeyondThreshold({ indicators, standard }: { indicators: Indicators; standard: Standard }) {
  const { rich, format } = useText();
  const { as = "certain" } = useCoverageSearch();
  const people = indicators.peopleBeyondThreshold[as];
  const insideRadius = indicators.peopleBeyondThresholdInsideRadius[as];
  const { urbanCentreMetres, elsewhereMetres } = standard.radius.value;
  const radius = `${format.metres(urbanCentreMetres)} / ${format.metres(elsewhereMetres)}`;
  return (
    <section className="beyond-threshold">
      <b>{format.count(people)}</b>
      <p>
        {people === 0
          ? rich("coverage.nobodyBeyond")
          : insideRadius === people
            ? rich("coverage.beyondAllInside", { radius })
            : insideRadius > 0
              ? rich("coverage.beyondSomeInside", { radius, inside: format.count(insideRadius) })
              : rich("coverage.beyondNoneInside", { radius })}
      </p>
    </section>
  );
}
