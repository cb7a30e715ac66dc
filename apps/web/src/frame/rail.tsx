/** The rail of modes: arrow keys move, Enter opens. */
import { Link } from "@tanstack/react-router";
import { CircleHelp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useText } from "../i18n/use-text.ts";
import { modes } from "./modes.ts";
import "./rail.css";

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const next = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
  links[(next + links.length) % links.length]?.focus();
  event.preventDefault();
}

export function Rail() {
  const { t } = useText();
  return (
    <nav className="rail" aria-label={t("mode.nav")} onKeyDown={moveFocus}>
      {modes.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className="rail-item" activeOptions={{ includeSearch: false }}>
          <Icon size={22} strokeWidth={1.7} aria-hidden />
          {t(label)}
        </Link>
      ))}
      <a className="rail-item rail-foot" href="/docs/" target="_blank" rel="noreferrer">
        <CircleHelp size={22} strokeWidth={1.7} aria-hidden />
        {t("mode.help")}
      </a>
    </nav>
  );
}
