/** Rename, copy and delete the open scenario. */

import type { Scenario } from "@firecover/domain";
import { useQueryClient } from "@tanstack/react-query";
import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { createScenario, deleteScenario, scenariosQuery } from "../api/scenarios.ts";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { freeName } from "./free-name.ts";
import { DeleteDialog, RenameDialog } from "./scenario-dialogs.tsx";
import { useOpenWhatIf } from "./use-open-what-if.ts";
import "./what-if.css";

interface Props {
  scenarioId: string;
  scenarios: readonly Scenario[];
  onOpen: (scenarioId: string | undefined) => Promise<void>;
}

export default function ScenarioMenu({ scenarioId, scenarios, onOpen }: Props) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const whatIf = useOpenWhatIf();
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  if (!whatIf) return null;
  const { desk } = whatIf;
  const refreshList = () => queryClient.invalidateQueries({ queryKey: scenariosQuery.queryKey });

  async function copy() {
    const { name, history } = desk.state.get();
    const copied = await createScenario({
      name: freeName(t("whatIf.copyName", { name }), scenarios),
      note: null,
      changes: history.now,
    });
    await refreshList();
    await onOpen(copied.record.id);
  }
  async function remove() {
    await desk.settled();
    await deleteScenario(scenarioId, desk.etag());
    await onOpen(undefined);
    await refreshList();
  }

  const { name, history } = desk.state.get();
  return (
    <>
      <MenuTrigger>
        <IconButton label={t("whatIf.menu")}>
          <Ellipsis size={18} strokeWidth={1.7} />
        </IconButton>
        <Popover className="what-if-menu" offset={4}>
          <Menu aria-label={t("whatIf.menu")}>
            <MenuItem className="what-if-menu-item" onAction={() => setDialog("rename")}>
              <Pencil size={16} strokeWidth={1.7} aria-hidden />
              {t("whatIf.rename")}
            </MenuItem>
            <MenuItem className="what-if-menu-item" onAction={() => void copy()}>
              <Copy size={16} strokeWidth={1.7} aria-hidden />
              {t("whatIf.copy")}
            </MenuItem>
            <MenuItem className="what-if-menu-item" onAction={() => setDialog("delete")}>
              <Trash2 size={16} strokeWidth={1.7} aria-hidden />
              {t("whatIf.delete")}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {dialog === "rename" && (
        <RenameDialog name={name} onName={desk.rename} onClose={() => setDialog(null)} />
      )}
      {dialog === "delete" && (
        <DeleteDialog
          name={name}
          changeCount={history.now.length}
          onDelete={remove}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
