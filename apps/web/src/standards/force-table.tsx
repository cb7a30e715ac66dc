/** n engines and m people within a time, by hazard class. */
import { type ForceRule, hazardClassLabels, type Standard } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { NumberInput } from "./number-input.tsx";

interface Props {
  standard: Standard;
  isReadOnly: boolean;
  onChange: (standard: Standard) => void;
}

export function ForceTable({ standard, isReadOnly, onChange }: Props) {
  const { t, label } = useText();
  const rules = standard.force.value;
  const change = (index: number, part: Partial<ForceRule>) =>
    onChange({
      ...standard,
      force: {
        value: rules.with(index, { ...rules[index]!, ...part }),
        basis: "planning-assumption",
        clause: null,
      },
    });
  return (
    <table className="standards-table">
      <thead>
        <tr>
          <th scope="col">{t("standards.hazardClass")}</th>
          <th scope="col">{t("standards.engines")}</th>
          <th scope="col">{t("standards.crew")}</th>
          <th scope="col">{t("standards.within")}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, index) => {
          const name = label(hazardClassLabels[rule.hazardClass]);
          return (
            <tr key={rule.hazardClass}>
              <th scope="row">{name}</th>
              <td>
                <NumberInput
                  label={`${name}: ${t("standards.engines")}`}
                  isLabelHidden
                  unit={t("standards.unit.engines")}
                  value={rule.engineCount}
                  isReadOnly={isReadOnly}
                  onChange={(engineCount) => change(index, { engineCount: engineCount ?? 1 })}
                />
              </td>
              <td>
                <NumberInput
                  label={`${name}: ${t("standards.crew")}`}
                  isLabelHidden
                  isOptional
                  unit={t("standards.unit.people")}
                  value={rule.crewCount}
                  isReadOnly={isReadOnly}
                  onChange={(crewCount) => change(index, { crewCount })}
                />
              </td>
              <td>
                <NumberInput
                  label={`${name}: ${t("standards.within")}`}
                  isLabelHidden
                  unit={t("standards.unit.minutes")}
                  value={rule.withinSeconds / 60}
                  isReadOnly={isReadOnly}
                  onChange={(minutes) => change(index, { withinSeconds: Math.round((minutes ?? 1) * 60) })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
