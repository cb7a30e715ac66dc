/** The frame around every screen: top bar, rail, the mode's own area, stamp; on a phone header and bottom bar. */
import { Outlet, useSearch } from "@tanstack/react-router";
import { Suspense } from "react";
import { TextProvider } from "../i18n/text-provider.tsx";
import { useText } from "../i18n/use-text.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { BottomNav } from "./bottom-nav.tsx";
import { Rail } from "./rail.tsx";
import { ServerGate } from "./server-gate.tsx";
import { StampBar } from "./stamp-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import "./app-shell.css";

export function AppShell() {
  const language = useSearch({ from: "__root__" }).lang ?? "vi";
  return (
    <Suspense>
      <TextProvider language={language}>
        <Frame />
      </TextProvider>
    </Suspense>
  );
}

function Frame() {
  const { t } = useText();
  const isPhone = useIsPhone();
  return (
    <div className="app-shell">
      <a className="skip-link" href="#main">
        {t("app.skipToMain")}
      </a>
      {!isPhone && <TopBar />}
      {!isPhone && <Rail />}
      <main id="main" className="app-main" tabIndex={-1}>
        <ServerGate>
          <Outlet />
        </ServerGate>
      </main>
      {isPhone ? <BottomNav /> : <StampBar />}
    </div>
  );
}
