/** The import screen: a file is tried first, its faults shown, and only then written to the registers. */
import type { ImportKind } from "@firecover/domain";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { PhoneHeader } from "../frame/phone-header.tsx";
import { useText } from "../i18n/use-text.ts";
import { readDate } from "../registers/typed-text.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import { FileCard } from "./file-card.tsx";
import { FileDrop } from "./file-drop.tsx";
import { guessKind } from "./guess-kind.ts";
import { ImportOutcome } from "./import-outcome.tsx";
import { SyntheticCard } from "./synthetic-card.tsx";
import { useImport } from "./use-import.ts";
import "./import-page.css";

export function ImportPage() {
  const { t } = useText();
  const isPhone = useIsPhone();
  const queryClient = useQueryClient();
  const { kind: askedKind, job: jobId } = useSearch({ from: "/nhap-tep" });
  const navigate = useNavigate({ from: "/nhap-tep" });
  const [file, setFile] = useState<File | null>(null);
  const [isGuessed, setIsGuessed] = useState(false);
  const [layerDate, setLayerDate] = useState("");
  const importing = useImport(jobId, (job) => void navigate({ to: ".", search: (old) => ({ ...old, job }) }));
  const { data: job } = importing.job;
  const readDay = layerDate.trim() === "" ? { value: null } : readDate(layerDate);
  const isDateWrong = "fault" in readDay;
  const isBusy = importing.isSending || job?.state === "queued" || job?.state === "running";

  // Whatever screen comes next reads the registers as they now are.
  const isWritten = job?.state === "done" && !job.isDryRun;
  useEffect(() => {
    if (job && !isBusy) void queryClient.invalidateQueries({ queryKey: ["imports"] });
    if (isWritten)
      for (const key of ["records", "record", "project", "search"])
        void queryClient.invalidateQueries({ queryKey: [key] });
  }, [job?.id, isBusy, isWritten, queryClient]);

  const start = (chosen: File, kind: ImportKind, isDryRun: boolean) => {
    if (!("fault" in readDay)) importing.start(chosen, kind, isDryRun, readDay.value);
  };
  const choose = (chosen: File) => {
    const guess = guessKind(chosen.name);
    const kind = guess ?? askedKind;
    setFile(chosen);
    setIsGuessed(guess !== null);
    void navigate({ to: ".", search: (old) => ({ ...old, kind, job: undefined }) });
    if (kind) start(chosen, kind, true);
  };
  const chooseKind = (kind: ImportKind) => {
    setIsGuessed(false);
    void navigate({ to: ".", search: (old) => ({ ...old, kind, job: undefined }) });
    if (file) start(file, kind, true);
  };
  const startOver = () => {
    setFile(null);
    void navigate({ to: ".", search: (old) => ({ ...old, kind: undefined, job: undefined }) });
  };
  const isSameFile = file !== null && job?.file === file.name;

  return (
    <div className="import-page">
      {isPhone ? (
        <PhoneHeader title={t("import.title")} />
      ) : (
        <PageHeader title={t("import.title")} lead={t("import.lead")} />
      )}
      <div className="import-columns">
        <div className="import-column">
          {file ? (
            <FileCard
              file={file}
              kind={askedKind}
              isGuessed={isGuessed}
              layerDate={layerDate}
              isDateWrong={isDateWrong}
              isBusy={isBusy}
              onKind={chooseKind}
              onLayerDate={setLayerDate}
              onCheck={() => askedKind && start(file, askedKind, true)}
              onChoose={choose}
            />
          ) : (
            <FileDrop onChoose={choose} />
          )}
          <ImportOutcome
            importing={importing}
            isAsked={jobId !== undefined}
            onRun={isSameFile && file && job ? () => start(file, job.kind, false) : null}
            onRetry={file && askedKind ? () => start(file, askedKind, job?.isDryRun ?? true) : null}
            onAnother={startOver}
          />
        </div>
        <div className="import-column">
          <SyntheticCard />
          <EarlierImports shownId={jobId} />
        </div>
      </div>
    </div>
  );
}
