/** The file chosen, what it is taken for, and the date of its data. */
import { ImportKind, importKindLabels } from "@firecover/domain";
import { FileText } from "lucide-react";
import { useId } from "react";
import { FileTrigger } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { fileSize } from "./file-size.ts";

interface Props {
  file: File;
  kind: ImportKind | undefined;
  isGuessed: boolean;
  layerDate: string;
  isDateWrong: boolean;
  isBusy: boolean;
  onKind: (kind: ImportKind) => void;
  onLayerDate: (text: string) => void;
  onCheck: () => void;
  onChoose: (file: File) => void;
}

export function FileCard(props: Props) {
  const { file, kind, isGuessed, layerDate, isDateWrong, isBusy } = props;
  const { t, label, format } = useText();
  const ids = { kind: useId(), date: useId(), dateHint: useId() };
  return (
    <section className="import-card file-card" aria-label={file.name}>
      <div className="file-name">
        <FileText size={22} strokeWidth={1.5} aria-hidden />
        <div>
          <strong>{file.name}</strong>
          <p className="caption">{fileSize(file.size, format)}</p>
        </div>
        <FileTrigger onSelect={(files) => files?.[0] && props.onChoose(files[0])}>
          <Button isDisabled={isBusy}>{t("import.chooseOther")}</Button>
        </FileTrigger>
      </div>
      <div className="file-options">
        <div className="file-option">
          <label htmlFor={ids.kind}>{t("import.kind")}</label>
          <select
            id={ids.kind}
            value={kind ?? ""}
            disabled={isBusy}
            onChange={(event) => props.onKind(ImportKind.parse(event.target.value))}
          >
            {kind === undefined && <option value="">{t("import.chooseKind")}</option>}
            {ImportKind.options.map((option) => (
              <option key={option} value={option}>
                {label(importKindLabels[option])}
              </option>
            ))}
          </select>
          {isGuessed && <p className="caption">{t("import.kindGuessed")}</p>}
        </div>
        <div className="file-option">
          <label htmlFor={ids.date}>{t("import.layerDate")}</label>
          <input
            id={ids.date}
            value={layerDate}
            placeholder="22/11/2026"
            autoComplete="off"
            disabled={isBusy}
            aria-invalid={isDateWrong || undefined}
            aria-describedby={ids.dateHint}
            onChange={(event) => props.onLayerDate(event.target.value)}
          />
          <p id={ids.dateHint} className={isDateWrong ? "import-fault" : "caption"}>
            {t(isDateWrong ? "import.layerDateFault" : "import.layerDateHint")}
          </p>
        </div>
        <Button isDisabled={isBusy || kind === undefined || isDateWrong} onPress={props.onCheck}>
          {t("import.check")}
        </Button>
      </div>
    </section>
  );
}
