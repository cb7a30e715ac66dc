/** Finds premises, communes, stations and roads by name; `/` puts the cursor here. */

import { Building2, Flame, type LucideIcon, MapPin, Route, Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import type { SearchHit } from "../api/search.ts";
import { useSearch } from "../api/search.ts";
import { useText } from "../i18n/use-text.ts";
import { useOpenSearchHit } from "./use-open-search-hit.ts";
import "./search-box.css";

const icons: Readonly<Record<SearchHit["kind"], LucideIcon>> = {
  premises: Building2,
  commune: MapPin,
  "fire-station": Flame,
  road: Route,
};

export function SearchBox({ autoFocus = false, onDone }: { autoFocus?: boolean; onDone?: () => void }) {
  const { t } = useText();
  const [asked, setAsked] = useState("");
  const { data: hits } = useSearch(asked);
  const openHit = useOpenSearchHit();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <ComboBox
      className="search-box"
      aria-label={t("topBar.search")}
      items={(hits ?? []).map((hit) => ({ ...hit, key: `${hit.kind}:${hit.id}` }))}
      inputValue={asked}
      onInputChange={setAsked}
      value={null}
      onChange={(key) => {
        const hit = hits?.find((candidate) => `${candidate.kind}:${candidate.id}` === key);
        if (!hit) return;
        openHit(hit);
        setAsked("");
        input.current?.blur();
        onDone?.();
      }}
      allowsEmptyCollection={asked.trim().length >= 2 && hits !== undefined}
      allowsCustomValue
      menuTrigger="input"
    >
      <div className="search-box-field">
        <Search size={16} strokeWidth={1.7} aria-hidden />
        <Input ref={input} placeholder={t("topBar.search")} autoFocus={autoFocus} />
        <kbd title={t("topBar.searchKey")}>/</kbd>
      </div>
      <Popover className="search-box-hits" offset={4}>
        <ListBox
          renderEmptyState={() => <p className="caption">{t("topBar.searchNone", { query: asked })}</p>}
        >
          {(hit: SearchHit & { key: string }) => {
            const Icon = icons[hit.kind];
            return (
              <ListBoxItem id={hit.key} textValue={hit.name} className="search-box-hit">
                <Icon size={16} strokeWidth={1.7} aria-hidden />
                <Text slot="label">{hit.name}</Text>
                {hit.detail && (
                  <Text slot="description" className="caption">
                    {hit.detail}
                  </Text>
                )}
              </ListBoxItem>
            );
          }}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
