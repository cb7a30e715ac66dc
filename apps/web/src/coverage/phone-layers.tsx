/** Layers and parameters on a phone: the left panel in a dialog. */
import { Layers, X } from "lucide-react";
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";
import type { CoverageLayoutProps } from "./coverage-layout.ts";
import { LayerCards } from "./layer-cards.tsx";
import { Parameters } from "./left-panel.tsx";

export function PhoneLayers(props: CoverageLayoutProps) {
  const { t } = useText();
  return (
    <DialogTrigger>
      <IconButton label={t("coverage.layersAndParameters")}>
        <Layers size={20} strokeWidth={1.7} />
      </IconButton>
      <ModalOverlay className="phone-layers" isDismissable>
        <Modal className="phone-layers-modal">
          <Dialog className="phone-layers-dialog">
            <header className="panel-head">
              <Heading slot="title" level={2}>
                {t("coverage.layersAndParameters")}
              </Heading>
              <IconButton label={t("action.close")} slot="close">
                <X size={20} strokeWidth={1.7} />
              </IconButton>
            </header>
            <div className="phone-layers-body">
              <Parameters {...props} />
              <LayerCards {...props} />
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
