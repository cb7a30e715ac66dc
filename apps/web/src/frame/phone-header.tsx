/** Header of a phone screen: what this is, whether it is invented, search and what the screen adds. */
import { Search, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Logo } from "./logo.tsx";
import { SearchBox } from "./search-box.tsx";
import "./phone-header.css";

export function PhoneHeader(props: { title: string; lead?: ReactNode; actions?: ReactNode }) {
  const { t } = useText();
  const { data: project } = useProject();
  const [isSearching, setIsSearching] = useState(false);
  if (isSearching)
    return (
      <header className="phone-header">
        <SearchBox autoFocus onDone={() => setIsSearching(false)} />
        <IconButton label={t("action.close")} onPress={() => setIsSearching(false)}>
          <X size={20} strokeWidth={1.7} />
        </IconButton>
      </header>
    );
  return (
    <header className="phone-header">
      <Logo size={20} />
      <div className="phone-header-title">
        <h1>{props.title}</h1>
        <p className="caption">
          {project?.isSynthetic && (
            // First, so that a narrow header cuts off anything but that.
            <>
              <strong className="phone-header-synthetic">{t("stamp.synthetic")}</strong>
              {props.lead && " · "}
            </>
          )}
          {props.lead}
        </p>
      </div>
      <IconButton label={t("topBar.searchOpen")} onPress={() => setIsSearching(true)}>
        <Search size={20} strokeWidth={1.7} />
      </IconButton>
      {props.actions}
    </header>
  );
}
