/** The modes on a phone, under the thumb. */
import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/use-text.ts";
import { modes } from "./modes.ts";
import "./bottom-nav.css";

export function BottomNav() {
  const { t } = useText();
  return (
    <nav className="bottom-nav" aria-label={t("mode.nav")}>
      {modes.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className="bottom-nav-item" activeOptions={{ includeSearch: false }}>
          <Icon size={22} strokeWidth={1.7} aria-hidden />
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
