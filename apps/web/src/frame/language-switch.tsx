/** VI / EN; the choice stands in the address. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useText } from "../i18n/use-text.ts";
import { Segmented } from "../ui/segmented.tsx";

export function LanguageSwitch() {
  const { t } = useText();
  const navigate = useNavigate();
  const language = useSearch({ from: "__root__" }).lang ?? "vi";
  return (
    <Segmented
      label={t("topBar.language")}
      value={language}
      isCompact
      choices={[
        { value: "vi", label: "VI", ariaLabel: "Tiếng Việt" },
        { value: "en", label: "EN", ariaLabel: "English" },
      ]}
      onChange={(lang) =>
        void navigate({
          to: ".",
          search: (old) => ({ ...old, lang: lang === "vi" ? undefined : lang }),
          replace: true,
        })
      }
    />
  );
}
