/** Light or dark; kept on this device. */
import { Moon, Sun } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { setTheme, useTheme } from "../theme/use-theme.ts";
import { IconButton } from "../ui/icon-button.tsx";

export function ThemeSwitch() {
  const { t } = useText();
  const theme = useTheme();
  const Icon = theme === "dark" ? Sun : Moon;
  return (
    <IconButton
      label={t("topBar.theme", { theme })}
      onPress={() => setTheme(theme === "dark" ? "light" : "dark")}
    >
      <Icon size={18} strokeWidth={1.7} />
    </IconButton>
  );
}
