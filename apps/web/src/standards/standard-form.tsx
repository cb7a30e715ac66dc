/** A standard's values by group, each with what it rests on; presets are read, an own copy is edited. */
import type { Standard } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { AssumptionChip, ClauseLink } from "../why/clause-link.tsx";
import { ForceTable } from "./force-table.tsx";
import { NumberInput } from "./number-input.tsx";
import {
  hourField,
  type RuleField,
  rainField,
  ruleGroups,
  ruleOf,
  ruleValue,
  shownNumber,
  withValue,
} from "./rule-fields.ts";

interface Props {
  standard: Standard;
  isReadOnly: boolean;
  onChange: (standard: Standard) => void;
}

export function StandardForm({ standard, isReadOnly, onChange }: Props) {
  const { t } = useText();
  const input = (field: RuleField, label: string, isLabelHidden = false) => (
    <NumberInput
      key={label}
      label={label}
      isLabelHidden={isLabelHidden}
      unit={t(`standards.unit.${field.unit}`)}
      value={shownNumber(ruleValue(standard, field), field.scale)}
      isReadOnly={isReadOnly}
      onChange={(typed) => {
        if (typed === null) return;
        const exact = typed * field.scale;
        // Seconds and metres of the standard are whole where they come from minutes.
        const stored = field.scale >= 1 ? Math.round(exact) : Number(exact.toFixed(6));
        onChange(withValue(standard, field, field.scale === 1 ? typed : stored));
      }}
    />
  );
  return (
    <>
      {ruleGroups.map(({ title, page, fields }) => (
        <section key={title} className="standards-group">
          <h3>{t(title)}</h3>
          <dl>
            {fields.map((field) => {
              const name = t(`standards.rule.${fieldName(field)}` as "standards.rule.turnoutSeconds");
              const { basis, clause } = ruleOf(standard, field);
              return (
                <div key={name} className="standards-row">
                  <dt>{input(field, name)}</dt>
                  <dd className="caption">
                    {basis !== "law" && <AssumptionChip />}{" "}
                    {clause && <ClauseLink clause={clause} page={page} />}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
      <section className="standards-group">
        <h3>{t("standards.group.force")}</h3>
        <ForceTable standard={standard} isReadOnly={isReadOnly} onChange={onChange} />
      </section>
      <section className="standards-group">
        <h3>
          {t("standards.group.speed")} <AssumptionChip />
        </h3>
        <div className="standards-hours">
          {Array.from({ length: 24 }, (_, hour) => input(hourField(hour), t("standards.hour", { hour })))}
        </div>
        {input(rainField, t("standards.rule.rainySeasonSpeedFactor"))}
      </section>
    </>
  );
}

const fieldName = ({ rule, part }: RuleField): string => (part === null ? rule : `${rule}.${part}`);
