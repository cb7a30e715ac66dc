/** What a place is called: premises by their name, a cell by its commune. */
import type { Explanation } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { useCommunes } from "../registers/use-row-context.ts";

export function useSubjectName(): (subject: Explanation["subject"]) => string {
  const { t } = useText();
  const communes = useCommunes();
  return ({ kind, name, communeCode }) => {
    const commune = communes.find(({ code }) => code === communeCode)?.name;
    return kind === "cell" && commune ? t("why.cellName", { commune }) : name;
  };
}
