/** What a plot must fulfil: three conditions in sight, all of them in a dialog. */
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { Skeleton } from "../ui/states.tsx";
import { amount } from "./condition-words.ts";
import { SiteRulesDialog } from "./site-rules-dialog.tsx";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import "./site-rules.css";

export function SiteRulesSection() {
  const text = useSitingText();
  const { t } = text;
  const { rules } = useSiting();
  const [isOpen, setIsOpen] = useState(false);
  const isAssumed = Object.values(rules ?? {}).some(({ basis }) => basis === "planning-assumption");
  const line = (value: number | null, unit: string) =>
    value === null ? t("siting.rule.notAsked") : t("siting.rule.from", { amount: amount(value, unit, text) });
  return (
    <section className="panel-section site-rules">
      <header className="panel-section-head">
        <h3>{t("siting.rules")}</h3>
        {isAssumed && <Chip tone="assumption">{t("siting.assumption")}</Chip>}
      </header>
      {rules ? (
        <dl>
          <dt>{t("siting.condition.plot-area")}</dt>
          <dd>{line(rules.minPlotAreaSquareMetres.value, "m²")}</dd>
          <dt>{t("siting.condition.road-width")}</dt>
          <dd>{line(rules.minRoadWidthMetres.value, "m")}</dd>
          <dt>{t("siting.condition.crowded-exit")}</dt>
          <dd>{line(rules.minCrowdedExitMetres.value, "m")}</dd>
        </dl>
      ) : (
        <Skeleton lines={3} height={18} />
      )}
      <Button look="quiet" isCompact onPress={() => setIsOpen(true)}>
        {t("siting.rules.edit")}
      </Button>
      {isOpen && <SiteRulesDialog onClose={() => setIsOpen(false)} />}
    </section>
  );
}
