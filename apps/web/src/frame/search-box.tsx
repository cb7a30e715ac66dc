/** Finds premises, communes, stations and roads by name; `/` puts the cursor here. */
import { Search } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import "./search-box.css";

const SearchCombo = lazy(() => import("./search-combo.tsx"));

/** Until it is used, the field is a look-alike: lists and popovers are a fifth of the shell's weight. */
export function SearchBox({ autoFocus = false, onDone }: { autoFocus?: boolean; onDone?: () => void }) {
  const { t } = useText();
  const [isUsed, setIsUsed] = useState(autoFocus);

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

  const idle = (
    <SearchField>
      <input
        placeholder={t("topBar.search")}
        aria-label={t("topBar.search")}
        onFocus={() => setIsUsed(true)}
        readOnly
      />
    </SearchField>
  );
  if (!isUsed) return idle;
  return (
    <Suspense fallback={idle}>
      <SearchCombo
        onDone={() => {
          setIsUsed(false);
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
