/** The scenario on a phone: which one, today or changed, and its list of changes, in a dialog. */
import { useSearch } from "@tanstack/react-router";
import { GitBranch, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Skeleton } from "../ui/states.tsx";
import { ScenarioChoice, ScenarioSide } from "../what-if/scenario-choice.tsx";

const WhatIfPanel = lazy(() => import("../what-if/what-if-panel.tsx"));

export function PhoneScenario() {
  const { t } = useText();
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  return (
    <DialogTrigger>
      <IconButton label={t("whatIf.scenario")}>
        <GitBranch size={20} strokeWidth={1.7} />
      </IconButton>
      <ModalOverlay className="phone-layers" isDismissable>
        <Modal className="phone-layers-modal">
          <Dialog className="phone-layers-dialog">
            <header className="panel-head">
              <Heading slot="title" level={2}>
                {t("whatIf.scenario")}
              </Heading>
              <IconButton label={t("action.close")} slot="close">
                <X size={20} strokeWidth={1.7} />
              </IconButton>
            </header>
            <div className="phone-layers-body">
              <div className="phone-scenario">
                <ScenarioChoice />
                <ScenarioSide />
              </div>
              {scenarioId && (
                <Suspense fallback={<Skeleton lines={2} height={28} />}>
                  <WhatIfPanel />
                </Suspense>
              )}
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
