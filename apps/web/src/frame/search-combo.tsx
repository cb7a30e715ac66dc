/** The search field in use: asks while one types, lists what was found. Loaded when somebody searches. */

import { Building2, Flame, type LucideIcon, MapPin, Route, Search } from "lucide-react";
import { useContext, useEffect, useRef, useState } from "react";
import {
  ComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
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

interface Props {
  /** What was typed before this was loaded. */
  typed: string;
  onDone: () => void;
}

export default function SearchCombo({ typed, onDone }: Props) {
  const { t } = useText();
  const [asked, setAsked] = useState(typed);
  const { data: hits, isFetching } = useSearch(asked);
  const openHit = useOpenSearchHit();
  const input = useRef<HTMLInputElement>(null);

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
        onDone();
      }}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger="input"
    >
      <div className="search-box-field">
        <Search size={16} strokeWidth={1.7} aria-hidden />
        <OpenForTyped typed={typed} />
        <Input ref={input} placeholder={t("topBar.search")} autoFocus />
        <kbd title={t("topBar.searchKey")}>/</kbd>
      </div>
      <Popover className="search-box-hits" offset={10} crossOffset={-35}>
        <ListBox
          renderEmptyState={() => (
            <p className="caption">
              {asked.trim().length < 2
                ? t("topBar.searchMore")
                : isFetching
                  ? t("state.loading")
                  : t("topBar.searchNone", { query: asked })}
            </p>
          )}
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

/** The list opens as one types; what was typed before it was there opens it too. */
function OpenForTyped({ typed }: { typed: string }) {
  const state = useContext(ComboBoxStateContext);
  const open = useRef(state?.open);
  useEffect(() => {
    if (typed !== "") open.current?.(null, "input");
  }, [typed]);
  return null;
}
