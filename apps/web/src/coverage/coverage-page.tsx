/** The coverage screen. */
import { useText } from "../i18n/use-text.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function CoveragePage() {
  const { t } = useText();
  return <PageHeader title={t("coverage.title")} />;
}
