/** The legal service radius beside the calculation: inside or outside, and by which clause. */
import type { Explanation } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { AssumptionChip, ClauseLink } from "./clause-link.tsx";
import { thresholdWords } from "./units.ts";

export function RadiusLine({ explanation }: { explanation: Explanation }) {
  const text = useText();
  const { t, format } = text;
  const { rule, metres, isInside } = explanation.radius;
  return (
    <section className="why-section" aria-labelledby="why-radius">
      <h3 id="why-radius">{t("why.radius")}</h3>
      <p className="caption">
        {metres === null
          ? t("why.radius.none")
          : t(isInside ? "why.radius.inside" : "why.radius.outside", {
              distance: format.metres(metres),
              radius: thresholdWords(rule, text),
            })}{" "}
        {rule.clause ? <ClauseLink clause={rule.clause} page={rule.code} /> : <AssumptionChip />}
      </p>
    </section>
  );
}
