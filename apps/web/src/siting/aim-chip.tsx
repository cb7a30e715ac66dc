/** What is to be best, in plain words, and what counts at each place. */
import { SitingAim, SitingWeight } from "@firecover/domain";
import { ChipField } from "./chip-field.tsx";
import { ChoiceLine } from "./choice-line.tsx";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function AimChip() {
  const { t } = useSitingText();
  const { question, setSearch } = useSiting();
  const { aim, weight } = question;
  const what = t(`siting.weight.${weight}`);
  return (
    <ChipField label={t("siting.aim.label")} text={t(`siting.aim.${aim}`, { what })}>
      <fieldset>
        <legend>{t("siting.aim.label")}</legend>
        {SitingAim.options.map((one) => (
          <ChoiceLine
            key={one}
            type="radio"
            name="aim"
            isChosen={aim === one}
            // The number that one aim proposes means something else under another.
            onChange={() => setSearch({ aim: one === "most-covered" ? undefined : one, n: undefined })}
            caption={t(`siting.problem.${one}`)}
          >
            {t(`siting.aimWords.${one}`)}
          </ChoiceLine>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("siting.weight.label")}</legend>
        {SitingWeight.options.map((one) => (
          <ChoiceLine
            key={one}
            type="radio"
            name="weight"
            isChosen={weight === one}
            onChange={() => setSearch({ weight: one === "people" ? undefined : one })}
          >
            {t(`siting.weightWords.${one}`)}
          </ChoiceLine>
        ))}
      </fieldset>
    </ChipField>
  );
}
