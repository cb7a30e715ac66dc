/** An address that no screen has. */
import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/use-text.ts";
import { EmptyState } from "../ui/states.tsx";

export function NotFound() {
  const { t } = useText();
  return (
    <EmptyState sentence={t("state.notFound")} action={<Link to="/vung-phu">{t("state.toCoverage")}</Link>} />
  );
}
