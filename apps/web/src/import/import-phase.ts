/** What an import is doing, in words: `write:premises` is "Ghi vào sổ: Cơ sở". */
import type { MessageKey } from "../i18n/en.ts";
import { importEn } from "../i18n/import.en.ts";
import type { Text } from "../i18n/use-text.ts";

const phases: Readonly<Record<string, MessageKey>> = {
  read: "import.phase.read",
  roads: "import.phase.roads",
  buildings: "import.phase.buildings",
  water: "import.phase.water",
};

export function importPhase(phase: string, { t }: Text): string {
  const [verb, layer] = phase.split(":");
  if (verb === "write" && layer) return t("import.phase.write", { layer: layerName(layer, t) });
  const key = phases[phase];
  return t(key ?? "import.state.running");
}

/** The name of a layer of a file; one without a name keeps its own word. */
export function layerName(layer: string, t: Text["t"]): string {
  const key = `import.layer.${layer}`;
  return key in importEn ? t(key as keyof typeof importEn) : layer;
}
