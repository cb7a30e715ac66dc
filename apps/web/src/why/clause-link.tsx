/** Law is an underlined link, an assumption a dashed chip; both lead to how the number is computed. */
import type { AppliedRuleCode } from "@firecover/domain";
import { useText } from "../i18n/use-text.ts";
import { Chip } from "../ui/chip.tsx";

/** Pages of the documentation by what they explain. */
export const docsPages: Readonly<Record<AppliedRuleCode | "road-limits", string>> = {
  "first-engine-time": "/docs/methodology/response-time",
  "hose-reach": "/docs/methodology/access",
  "road-limits": "/docs/methodology/access",
  "building-flow": "/docs/methodology/water",
  "settlement-flow": "/docs/methodology/water",
  force: "/docs/methodology/force",
  "radius-urban-centre": "/docs/methodology/legal-radius",
  "radius-elsewhere": "/docs/methodology/legal-radius",
};

/** `QCVN 06:2022/BXD §6.2.1.1` as Vietnamese writes it: `QCVN 06:2022/BXD, mục 6.2.1.1`. */
export function clauseWords(clause: string, language: "vi" | "en"): string {
  return language === "vi" ? clause.replace(/ ?§ ?/, ", mục ").replace(/ Table (\d)/, ", bảng $1") : clause;
}

export function ClauseLink({ clause, page }: { clause: string; page: keyof typeof docsPages }) {
  const { language } = useText();
  return (
    <a className="clause" href={docsPages[page]} target="_blank" rel="noreferrer">
      {clauseWords(clause, language)}
    </a>
  );
}

export function AssumptionChip() {
  const { t } = useText();
  return (
    <span title={t("why.assumptionLong")}>
      <Chip tone="assumption">{t("why.assumption")}</Chip>
    </span>
  );
}
