/** What is to be best, in plain words, and what counts at each place. */
import { SitingAim, SitingWeight } from "@firecover/domain";
import { ChipField } from "./chip-field.tsx";
import { ChoiceLine } from "./choice-line.tsx";
import { proposedCount } from "./question-address.ts";
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
            onChange={() =>
              setSearch({
                aim: one === "most-covered" ? undefined : one,
                // A number to be placed is no limit of an aim that places as few as it needs, and of years it is each year's.
                ...(proposedCount(one) !== proposedCount(aim) && { n: undefined }),
              })
            }
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
