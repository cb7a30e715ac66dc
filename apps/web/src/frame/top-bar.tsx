/** Top bar: whose data this is, search, language, theme. */

import { useMatch } from "@tanstack/react-router";
import { useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { ScenarioChoice, ScenarioSide } from "../what-if/scenario-choice.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";
import { SearchBox } from "./search-box.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import "./top-bar.css";

export function TopBar() {
  const { t } = useText();
  const { data: project } = useProject();
  // The match, not the address: that changes before the screen does.
  const coverage = useMatch({ from: "/vung-phu", shouldThrow: false });
  return (
    <header className="top-bar">
      <span className="top-bar-brand">
        <Logo />
        firecover
      </span>
      {project && (
        <div className="top-bar-place">
          <span className="caption">{t("topBar.place")}</span>
          <b>{project.provinceName ?? project.name}</b>
        </div>
      )}
      {coverage && (
        <>
          <ScenarioChoice />
          <ScenarioSide />
        </>
      )}
      <SearchBox />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}
