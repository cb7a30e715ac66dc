/** The import screen. */
import { useText } from "../i18n/use-text.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function ImportPage() {
  const { t } = useText();
  return <PageHeader title={t("mode.import")} />;
}
