/** The tools of a scenario, one of which is in hand; on a phone undo and redo stand beside them. */
import { Droplet, House, type LucideIcon, Move, Route } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { useStore } from "../state/store.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { UndoButtons } from "./undo-buttons.tsx";
import { setBench } from "./use-open-what-if.ts";
import type { Tool, WhatIf } from "./what-if-now.ts";

const icons: Readonly<Record<Tool, LucideIcon>> = { move: Move, station: House, water: Droplet, road: Route };

export function Toolbar({ whatIf }: { whatIf: WhatIf }) {
  const { t } = useText();
  const { tool } = useStore(whatIf.bench);
  const isPhone = useIsPhone();
  return (
    <div className="map-float what-if-tools">
      <ToggleButtonGroup
        className="what-if-tools-group"
        aria-label={t("whatIf.tools")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[tool]}
        onSelectionChange={(keys) => {
          const [next] = [...keys] as Tool[];
          if (next) setBench(whatIf, { tool: next, selected: null });
        }}
      >
        {(Object.keys(icons) as Tool[]).map((name) => {
          const Icon = icons[name];
          return (
            <ToggleButton key={name} id={name} className="what-if-tool">
              <Icon size={18} strokeWidth={1.7} aria-hidden />
              <span>{t(`whatIf.tool.${name}`)}</span>
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      {isPhone && <UndoButtons whatIf={whatIf} />}
    </div>
  );
}
