/** Finds premises, communes, stations and roads by name; `/` puts the cursor here. */
import { Search } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import "./search-box.css";

const loadCombo = () => import("./search-combo.tsx");
const SearchCombo = lazy(loadCombo);
/** Long enough for the map to have what it needs first. */
const preloadAfterMillis = 4000;

/**
 * Until it is used, the field is a plain one: lists and popovers are a fifth of the shell's weight. What is
 * typed while they load is handed to them.
 */
export function SearchBox({ autoFocus = false, onDone }: { autoFocus?: boolean; onDone?: () => void }) {
  const { t } = useText();
  const [isUsed, setIsUsed] = useState(autoFocus);
  const [typed, setTyped] = useState("");

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      setIsUsed(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => void loadCombo(), preloadAfterMillis);
    return () => clearTimeout(timer);
  }, []);

  const idle = (
    <SearchField>
      <input
        placeholder={t("topBar.search")}
        aria-label={t("topBar.search")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => setIsUsed(true)}
        // biome-ignore lint/a11y/noAutofocus: the cursor stays where it was put while the list loads
        autoFocus={isUsed}
      />
    </SearchField>
  );
  if (!isUsed) return idle;
  return (
    <Suspense fallback={idle}>
      <SearchCombo
        typed={typed}
        onDone={() => {
          setIsUsed(false);
          setTyped("");
          onDone?.();
        }}
      />
    </Suspense>
  );
}

function SearchField({ children }: { children: ReactNode }) {
  const { t } = useText();
  return (
    <div className="search-box">
      <div className="search-box-field">
        <Search size={16} strokeWidth={1.7} aria-hidden />
        {children}
        <kbd title={t("topBar.searchKey")}>/</kbd>
      </div>
    </div>
  );
}
