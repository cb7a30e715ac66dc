/** The registers side by side with their counts, and what can be done with the one shown. */

import { Link } from "@tanstack/react-router";
import { Plus, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { layerCount, useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Button } from "../ui/button.tsx";
import { RegisterName } from "./registers-search.ts";
import type { RegistersAddress } from "./use-registers-address.ts";

const addable = {
  premises: true,
  "water-sources": true,
  "fire-stations": true,
  roads: false,
  communes: false,
  "candidate-sites": true,
  "exclusion-zones": false,
};
const importKinds = {
  premises: "premises",
  "water-sources": "water-sources",
  "fire-stations": "fire-stations",
  roads: "osm",
  communes: "communes",
  "candidate-sites": "candidate-sites",
  "exclusion-zones": "exclusion-zones",
} as const;

interface Props {
  chosen: RegisterName;
  address: RegistersAddress;
  download: ReactNode;
}

export function RegisterHead({ chosen, address, download }: Props) {
  const { t, format } = useText();
  const isPhone = useIsPhone();
  const { data: project } = useProject();
  return (
    <header className="register-head">
      {!isPhone && <h1 className="visually-hidden">{t("mode.registers")}</h1>}
      <nav className="register-tabs" aria-label={t("registers.tabs")}>
        {RegisterName.options.map((name) => (
          <Link
            key={name}
            to="/so-du-lieu"
            search={name === "premises" ? {} : { register: name }}
            className="register-tab"
            // Only the register named is current, not every address that begins alike.
            activeOptions={{ exact: true, includeSearch: true }}
            {...(name === chosen && { "aria-current": "page" })}
          >
            {t(`registers.tab.${name}`)}{" "}
            <span>{project ? format.count(layerCount(project, name)) : "–"}</span>
          </Link>
        ))}
      </nav>
      <div className="register-actions">
        {download}
        <Link className="button button-plain" to="/nhap-tep" search={{ kind: importKinds[chosen] }}>
          <Upload size={16} strokeWidth={1.7} aria-hidden />
          {t("registers.importFile")}
        </Link>
        {addable[chosen] && (
          <Button look="primary" onPress={() => address.show({ record: "new" })}>
            <Plus size={16} strokeWidth={1.7} aria-hidden />
            {t(`registers.add.${chosen as "premises" | "water-sources" | "fire-stations"}`)}
          </Button>
        )}
      </div>
    </header>
  );
}
