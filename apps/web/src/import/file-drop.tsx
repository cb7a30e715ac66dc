/** Where a file is dropped or chosen. */
import { FileUp } from "lucide-react";
import { useState } from "react";
import { DropZone, FileTrigger, Text } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";

const accepted = [".csv", ".geojson", ".json", ".pbf", ".osm"];

export function FileDrop({ onChoose }: { onChoose: (file: File) => void }) {
  const { t } = useText();
  const [isTooMany, setIsTooMany] = useState(false);
  const chooseOne = (files: readonly File[]) => {
    setIsTooMany(files.length > 1);
    const [file] = files;
    if (file && files.length === 1) onChoose(file);
  };
  return (
    <DropZone
      className="file-drop"
      onDrop={async ({ items }) => {
        const files = items.filter((item) => item.kind === "file");
        chooseOne(await Promise.all(files.map((item) => item.getFile())));
      }}
    >
      {({ isDropTarget }) => (
        <>
          <FileUp size={28} strokeWidth={1.5} aria-hidden />
          <Text slot="label">{t(isDropTarget ? "import.dropActive" : "import.drop")}</Text>
          <p className="caption">{t("import.dropHint")}</p>
          <FileTrigger acceptedFileTypes={accepted} onSelect={(files) => chooseOne(files ? [...files] : [])}>
            <Button look="primary">{t("import.choose")}</Button>
          </FileTrigger>
          {isTooMany && (
            <p role="alert" className="import-fault">
              {t("import.oneFile")}
            </p>
          )}
        </>
      )}
    </DropZone>
  );
}
