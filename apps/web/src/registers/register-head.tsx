/** The registers side by side with their counts, and what can be done with the one shown. */

import { Link } from "@tanstack/react-router";
import { Plus, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { Tab, TabList, Tabs } from "react-aria-components";
import { layerCount, useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Button } from "../ui/button.tsx";
import { filterKeys, RegisterName } from "./registers-search.ts";
import type { RegistersAddress } from "./use-registers-address.ts";

const addable = {
  premises: true,
  "water-sources": true,
  "fire-stations": true,
  roads: false,
  communes: false,
};
const importKinds = {
  premises: "premises",
  "water-sources": "water-sources",
  "fire-stations": "fire-stations",
  roads: "osm",
  communes: "communes",
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
  const open = (name: RegisterName) => {
    const cleared = Object.fromEntries(filterKeys.map((key) => [key, undefined]));
    address.choose({
      ...cleared,
      register: name === "premises" ? undefined : name,
      sort: undefined,
      record: undefined,
    });
  };
  return (
    <header className="register-head">
      {!isPhone && <h1 className="visually-hidden">{t("mode.registers")}</h1>}
      <Tabs
        className="register-tabs"
        selectedKey={chosen}
        keyboardActivation="manual"
        onSelectionChange={(key) => open(RegisterName.parse(key))}
      >
        <TabList aria-label={t("registers.tabs")}>
          {RegisterName.options.map((name) => (
            <Tab key={name} id={name} className="register-tab">
              {t(`registers.tab.${name}`)}{" "}
              <span>{project ? format.count(layerCount(project, name)) : "–"}</span>
            </Tab>
          ))}
        </TabList>
      </Tabs>
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
