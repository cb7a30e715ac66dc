/** The site rules, all of them, each asked or not; saving checks every candidate anew. */
import { PremisesCategory, premisesCategoryLabels, type SiteRules } from "@firecover/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { getSiteRules, saveSiteRules } from "../api/siting.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { ErrorState, Skeleton } from "../ui/states.tsx";
import { ChoiceLine } from "./choice-line.tsx";
import { NumberEntry } from "./number-entry.tsx";
import { useSitingText } from "./siting-text.tsx";

/** Conditions with a quantity: unit, and what is proposed when one is asked again. */
const quantities = {
  minPlotAreaSquareMetres: { condition: "plot-area", unit: "m²", proposed: 2500, max: 1_000_000 },
  minRoadWidthMetres: { condition: "road-width", unit: "m", proposed: 7, max: 100 },
  minCrowdedExitMetres: { condition: "crowded-exit", unit: "m", proposed: 50, max: 5000 },
  maxSlopePercent: { condition: "slope", unit: "%", proposed: 10, max: 100 },
  maxRoadDistanceMetres: { condition: "road-access", unit: "m", proposed: 50, max: 5000 },
} as const;
type Quantity = keyof typeof quantities;
const zones = { outsideFloodZones: "flood-zone", outsideForbiddenZones: "forbidden-zone" } as const;

export function SiteRulesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useSitingText();
  const kept = useQuery({
    queryKey: ["site-rules"],
    queryFn: ({ signal }) => getSiteRules(signal),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <ModalOverlay
      className="siting-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="siting-modal">
        <Dialog className="siting-dialog">
          <Heading slot="title" level={2}>
            {t("siting.rules")}
          </Heading>
          {kept.error ? (
            <ErrorState what={t("siting.rules")} error={kept.error} onRetry={() => void kept.refetch()} />
          ) : kept.data ? (
            <RulesForm kept={kept.data} onClose={onClose} />
          ) : (
            <Skeleton lines={6} height={34} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function RulesForm({ kept, onClose }: { kept: { rules: SiteRules; etag: string }; onClose: () => void }) {
  const { t, label } = useSitingText();
  const queryClient = useQueryClient();
  const [rules, setRules] = useState(kept.rules);
  const save = useMutation({
    mutationFn: () => saveSiteRules(rules, kept.etag),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["siting-candidates"] });
      onClose();
    },
  });
  /** A value of one's own is a planning assumption, whatever the one before rested on. */
  const set = <Name extends keyof SiteRules>(name: Name, value: SiteRules[Name]["value"]) =>
    setRules({ ...rules, [name]: { value, basis: "planning-assumption", clause: null } });
  const categories = rules.crowdedCategories.value;
  return (
    <>
      <p className="caption">{t("siting.rules.words")}</p>
      <div className="site-rules-fields">
        {(Object.keys(quantities) as Quantity[]).map((name) => {
          const { condition, unit, proposed, max } = quantities[name];
          const { value, basis, clause } = rules[name];
          return (
            <fieldset key={name}>
              <ChoiceLine
                type="checkbox"
                name={name}
                isChosen={value !== null}
                onChange={(isAsked) => set(name, isAsked ? (kept.rules[name].value ?? proposed) : null)}
              >
                {t(`siting.condition.${condition}`)}
              </ChoiceLine>
              {value !== null && (
                <NumberEntry
                  label={t(name.startsWith("max") ? "siting.rule.atMost" : "siting.rule.atLeast")}
                  unit={unit}
                  value={value}
                  min={0.1}
                  max={max}
                  onChange={(next) => set(name, next)}
                />
              )}
              {value !== null &&
                (basis === "law" ? (
                  <span className="caption">{clause}</span>
                ) : (
                  <Chip tone="assumption">
                    {clause ? t("siting.assumptionAfter", { clause }) : t("siting.assumption")}
                  </Chip>
                ))}
            </fieldset>
          );
        })}
        {(Object.keys(zones) as (keyof typeof zones)[]).map((name) => (
          <fieldset key={name}>
            <ChoiceLine
              type="checkbox"
              name={name}
              isChosen={rules[name].value}
              onChange={(isAsked) => set(name, isAsked)}
            >
              {t(`siting.condition.${zones[name]}`)}
            </ChoiceLine>
          </fieldset>
        ))}
      </div>
      <details>
        <summary>{t("siting.rules.crowded", { count: categories.length })}</summary>
        <div className="site-rules-categories">
          {PremisesCategory.options.map((category) => (
            <ChoiceLine
              key={category}
              type="checkbox"
              name={category}
              isChosen={categories.includes(category)}
              onChange={(isChosen) =>
                set(
                  "crowdedCategories",
                  isChosen ? [...categories, category] : categories.filter((other) => other !== category),
                )
              }
            >
              {label(premisesCategoryLabels[category])}
            </ChoiceLine>
          ))}
        </div>
      </details>
      {save.error && (
        <p role="alert" className="siting-bad">
          {save.error.message}
        </p>
      )}
      <div className="siting-dialog-actions">
        <Button look="primary" isDisabled={save.isPending} onPress={() => save.mutate()}>
          {t("siting.rules.save")}
        </Button>
        <Button onPress={onClose}>{t("whatIf.cancel")}</Button>
      </div>
    </>
  );
}
