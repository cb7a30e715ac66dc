/** One A4 portrait page: the answer, the map with all that a map needs, the steps, sources and stamp. */
import type { CoverageRun, Explanation } from "@firecover/domain";
import { useEffect, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import type { Project } from "../api/project.ts";
import { shortHash } from "../frame/short-hash.ts";
import type { MessageKey } from "../i18n/en.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/states.tsx";
import { DataDates } from "./data-dates.tsx";
import { ForceList } from "./force-list.tsx";
import { FourAnswers } from "./four-answers.tsx";
import { insetOn, printRefusal } from "./print-refusal.ts";
import { PrintedMap } from "./printed-map.tsx";
import { RadiusLine } from "./radius-line.tsx";
import { StepList } from "./step-list.tsx";
import { useMapImage } from "./use-map-image.ts";
import { useSubjectName } from "./use-subject-name.ts";
import { VerdictBanner } from "./verdict-banner.tsx";
import "./print-sheet.css";

interface Props {
  explanation: Explanation;
  run: CoverageRun;
  project: Project;
  isStale: boolean;
  onClose: () => void;
}

/** A4 less margins of 12 mm, in CSS pixels. */
const pageHeight = ((297 - 24) / 25.4) * 96;

/** Long street names may need more lines than the page has: then everything shrinks a little. */
function fitToPage(sheet: HTMLElement): void {
  sheet.style.zoom = "1";
  const { height } = sheet.getBoundingClientRect();
  const border = 2 * sheet.clientTop;
  sheet.style.zoom = String(Math.min(1, (pageHeight - 2) / (height - border)));
}

export function PrintSheet({ explanation, run, project, isStale, onClose }: Props) {
  const { t, format } = useText();
  const sheet = useRef<HTMLElement>(null);
  const [refusal, setRefusal] = useState<MessageKey | null>(null);
  const { image, communeName, error } = useMapImage(explanation);
  const { subject } = explanation;
  const { stamp } = run;
  const subjectName = useSubjectName();

  const check = () =>
    printRefusal({ isStale, hasMap: image !== null, inset: sheet.current && insetOn(sheet.current) });
  const print = () => {
    const reason = check();
    setRefusal(reason);
    if (reason === null) window.print();
  };
  useEffect(() => {
    if (!image || !sheet.current) return;
    fitToPage(sheet.current);
    setRefusal(check());
  }, [image]);

  return (
    <ModalOverlay
      className="print-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="print-modal">
        <Dialog className="print-dialog" aria-label={t("why.print.preview")}>
          <div className="print-bar">
            {!image && !error && <Spinner label={t("why.print.drawing")} />}
            {(refusal ?? (error ? "why.print.noMap" : null)) && (
              <p role="alert" className="print-refusal">
                {t(refusal ?? "why.print.noMap")}
              </p>
            )}
            <Button look="primary" isDisabled={!image || refusal !== null} onPress={print}>
              {t("why.print.now")}
            </Button>
            <Button onPress={onClose}>{t("why.print.close")}</Button>
          </div>
          <article ref={sheet} className="print-sheet">
            <header>
              <p className="caption">{t("why.print.title")}</p>
              <h1>{subjectName(subject)}</h1>
              <p>
                {[subject.id, communeName, project.provinceName].filter(Boolean).join(" · ")}
                {(project.isSynthetic || stamp.isSynthetic) && (
                  <strong className="why-synthetic"> · {t("stamp.synthetic")}</strong>
                )}
              </p>
            </header>
            <VerdictBanner explanation={explanation} />
            <PrintedMap explanation={explanation} project={project} image={image} />
            <FourAnswers explanation={explanation} />
            <StepList explanation={explanation} />
            <div className="print-columns">
              <ForceList explanation={explanation} />
              <RadiusLine explanation={explanation} />
            </div>
            <DataDates explanation={explanation} />
            <footer className="caption">
              <span>
                {t("why.print.stamp", {
                  hash: shortHash(stamp.hash),
                  time: format.clock(stamp.computedAt),
                  date: format.date(stamp.computedAt),
                  version: stamp.engineVersion,
                })}
              </span>
              <span>{t("why.print.printed", { date: format.date(new Date().toISOString()) })}</span>
            </footer>
          </article>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
