/** The theme in force: the reader's own choice, kept on this device, or else the system's. */
import { useSyncExternalStore } from "react";
import { type Palette, palettes, type ThemeName } from "./palette.ts";

const storageKey = "firecover.theme";
// Asked for when needed: outside of a browser nothing is there to ask.
let darkQuery: MediaQueryList | undefined;
function systemDark(): MediaQueryList {
  darkQuery ??= matchMedia("(prefers-color-scheme: dark)");
  return darkQuery;
}
const listeners = new Set<() => void>();

function chosenTheme(): ThemeName | null {
  const stored = localStorage.getItem(storageKey);
  return stored === "light" || stored === "dark" ? stored : null;
}

function currentTheme(): ThemeName {
  return chosenTheme() ?? (systemDark().matches ? "dark" : "light");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  systemDark().addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    systemDark().removeEventListener("change", listener);
  };
}

/** Puts the stored choice on the document, before the first paint. */
export function applyStoredTheme(): void {
  const chosen = chosenTheme();
  if (chosen) document.documentElement.dataset["theme"] = chosen;
}

export function setTheme(theme: ThemeName): void {
  localStorage.setItem(storageKey, theme);
  document.documentElement.dataset["theme"] = theme;
  for (const listener of listeners) listener();
}

export function useTheme(): ThemeName {
  return useSyncExternalStore(subscribe, currentTheme);
}

export function usePalette(): Palette {
  return palettes[useTheme()];
}
