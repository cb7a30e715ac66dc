/** Opens the explanation as a sheet of paper. */
import type { CoverageRun, Explanation } from "@firecover/domain";
import { Printer } from "lucide-react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { PrintSheet } from "./print-sheet.tsx";

interface Props {
  explanation: Explanation;
  run: CoverageRun;
  isStale: boolean;
}

export function PrintButton({ explanation, run, isStale }: Props) {
  const { t } = useText();
  const { data: project } = useProject();
  const [isOpen, setIsOpen] = useState(false);
  const isOld = isStale || (project?.isCurrentRunStale === true && project.currentRunId === run.id);
  return (
    <>
      <Button onPress={() => setIsOpen(true)} isDisabled={isOld || !project}>
        <Printer size={16} strokeWidth={1.7} aria-hidden />
        {t("why.print")}
      </Button>
      {isOld && <p className="caption">{t("why.print.stale")}</p>}
      {isOpen &&
        project &&
        createPortal(
          <PrintSheet
            explanation={explanation}
            run={run}
            project={project}
            isStale={isOld}
            onClose={() => setIsOpen(false)}
          />,
          document.body,
        )}
    </>
  );
}
