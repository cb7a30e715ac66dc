/** What an import is doing, in words: `write:premises` is "Ghi vào sổ: Cơ sở". */
import { ImportKind, importKindLabels } from "@firecover/domain";
import type { MessageKey } from "../i18n/en.ts";
import { importEn } from "../i18n/import.en.ts";
import type { Text } from "../i18n/use-text.ts";

const phases: Readonly<Record<string, MessageKey>> = {
  read: "import.phase.read",
  roads: "import.phase.roads",
  buildings: "import.phase.buildings",
  water: "import.phase.water",
};

export function importPhase(phase: string, text: Text): string {
  const { t } = text;
  const [verb, layer] = phase.split(":");
  if (verb === "write" && layer) return t("import.phase.write", { layer: layerName(layer, text) });
  const key = phases[phase];
  return t(key ?? "import.state.running");
}

/** The name of a layer of a file: its own, else that of the kind of file; one without a name keeps its own word. */
export function layerName(layer: string, { t, label }: Pick<Text, "t" | "label">): string {
  const key = `import.layer.${layer}`;
  if (key in importEn) return t(key as keyof typeof importEn);
  const kind = ImportKind.safeParse(layer).data;
  return kind ? label(importKindLabels[kind]) : layer;
}
