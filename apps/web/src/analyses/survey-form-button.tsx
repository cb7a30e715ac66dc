/** Opens the field form of the survey list as sheets of paper. */
import type { SurveyList } from "@firecover/domain";
import { Printer } from "lucide-react";
import { useState } from "react";
import { createPortal } from "react-dom";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { SurveyForm } from "./survey-form.tsx";
import type { SurveyRow } from "./survey-list.ts";

interface Props {
  data: CoverageData;
  list: SurveyList;
  rows: readonly SurveyRow[];
}

export default function SurveyFormButton({ data, rows }: Props) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button isCompact isDisabled={rows.length === 0} onPress={() => setIsOpen(true)}>
        <Printer size={16} strokeWidth={1.7} aria-hidden />
        {t("analysis.survey.form")}
      </Button>
      {isOpen &&
        createPortal(<SurveyForm data={data} rows={rows} onClose={() => setIsOpen(false)} />, document.body)}
    </>
  );
}
