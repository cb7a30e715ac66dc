/** A choice on paper: one A4 page per chosen site, each complete in itself. */
import { useEffect, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useProject } from "../api/project.ts";
import type { MessageKey } from "../i18n/en.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/states.tsx";
import { insetOn, printRefusal } from "../why/print-refusal.ts";
import { SitePage } from "./site-page.tsx";
import type { ShownAnswer } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { useSiteMaps } from "./use-site-maps.ts";
import "../why/print-sheet.css";
import "./site-print.css";

interface Props {
  shown: ShownAnswer;
  onClose: () => void;
}

export default function SitePrint({ shown, onClose }: Props) {
  const { t } = useSitingText();
  const { data: project } = useProject();
  const { images, error } = useSiteMaps(shown);
  const sheets = useRef<HTMLDivElement>(null);
  const [refusal, setRefusal] = useState<MessageKey | null>(null);
  const siteIds = shown.choice?.siteIds ?? [];

  /** The first page that may not be printed keeps back all. */
  const check = () => {
    const pages = [...(sheets.current?.querySelectorAll<HTMLElement>(".print-sheet") ?? [])];
    for (const page of pages) {
      const reason = printRefusal({
        isStale: shown.run.isStale,
        hasMap: images !== null,
        inset: insetOn(page),
      });
      if (reason) return reason;
    }
    return null;
  };
  const print = () => {
    const reason = check();
    setRefusal(reason);
    if (reason === null) window.print();
  };
  useEffect(() => {
    if (images) setRefusal(check());
  }, [images]);

  const fault = refusal ?? (error ? ("why.print.noMap" as const) : null);
  return (
    <ModalOverlay
      className="print-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="print-modal">
        <Dialog className="print-dialog" aria-label={t("siting.print.preview")}>
          <div className="print-bar">
            {!images && !error && <Spinner label={t("why.print.drawing")} />}
            {fault && (
              <p role="alert" className="print-refusal">
                {t(fault)}
              </p>
            )}
            <Button look="primary" isDisabled={!images || fault !== null} onPress={print}>
              {t("siting.print.now", { count: siteIds.length })}
            </Button>
            <Button onPress={onClose}>{t("why.print.close")}</Button>
          </div>
          <div ref={sheets} className="site-sheets">
            {project &&
              siteIds.map((id, index) => (
                <SitePage
                  key={id}
                  shown={shown}
                  siteId={id}
                  project={project}
                  image={images?.[index] ?? null}
                  page={index + 1}
                  pages={siteIds.length}
                />
              ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
