/** The question as a sentence whose words can be changed, with its textbook name below. */
import type { Certainty } from "@firecover/domain";
import { PanelSection } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { AimChip } from "./aim-chip.tsx";
import { ChipField } from "./chip-field.tsx";
import { ChoiceLine } from "./choice-line.tsx";
import { NumberEntry } from "./number-entry.tsx";
import { BudgetChip, CountChip, MinutesChip, PoolChip, StationsChip } from "./question-chips.tsx";
import { QuestionGroups } from "./question-groups.tsx";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { YearsChip } from "./years-chip.tsx";
import "./question-panel.css";

const chips = {
  count: <CountChip key="count" />,
  pool: <PoolChip key="pool" />,
  stations: <StationsChip key="stations" />,
  aim: <AimChip key="aim" />,
  minutes: <MinutesChip key="minutes" />,
  budget: <BudgetChip key="budget" />,
  years: <YearsChip key="years" />,
};

export function QuestionPanel() {
  const { t, rich } = useSitingText();
  const { question, isChanged, run, search, setSearch } = useSiting();
  return (
    <PanelSection title={t("siting.question")}>
      <p className="question-sentence">{rich(`siting.sentence.${question.aim}`, chips)}</p>
      <QuestionGroups />
      <p className="caption">
        {t("siting.problemLine", { problem: t(`siting.problem.${question.aim}`) })} <HowChip />
      </p>
      {isChanged && run && (
        <p className="question-changed" role="status">
          {t("siting.changed")}{" "}
          <button
            type="button"
            className="link-button"
            onClick={() =>
              setSearch({ run: undefined, choice: undefined, beside: undefined, site: search.site })
            }
          >
            {t("siting.dropResult")}
          </button>
        </p>
      )}
    </PanelSection>
  );
}

/** How it is solved: for how long, with or without trials, and how unknown data counts. */
function HowChip() {
  const { t } = useSitingText();
  const { question, setSearch } = useSiting();
  return (
    <ChipField
      label={t("siting.how.label")}
      text={t("siting.how.text", {
        seconds: question.timeLimitSeconds,
        trials: question.isRobustnessAsked ? "yes" : "no",
      })}
    >
      <NumberEntry
        label={t("siting.how.limit")}
        unit={t("siting.how.seconds")}
        value={question.timeLimitSeconds}
        min={1}
        max={3600}
        onChange={(limit) => setSearch({ limit: limit === 60 ? undefined : limit })}
      />
      <ChoiceLine
        type="checkbox"
        name="robust"
        isChosen={question.isRobustnessAsked}
        onChange={(isChosen) => setSearch({ robust: isChosen ? undefined : "no" })}
        caption={t("siting.how.robustWords")}
      >
        {t("siting.how.robust")}
      </ChoiceLine>
      <p className="caption">{t("coverage.unknownCountsAs")}</p>
      <Segmented<Certainty>
        label={t("coverage.unknownCountsAs")}
        value={question.certainty}
        choices={[
          { value: "certain", label: t("coverage.unknownFails") },
          { value: "possible", label: t("coverage.unknownPasses") },
        ]}
        onChange={(as) => setSearch({ as: as === "certain" ? undefined : as })}
      />
    </ChipField>
  );
}
