/** On a candidate's card: change it on the map, or delete it. */
import type { CandidateSite } from "@firecover/domain";
import { Pencil, Trash2 } from "lucide-react";
import { useSiting } from "../siting/siting-context.ts";
import { useStorePart } from "../state/store.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/states.tsx";
import { siteDrawing } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";
import { usePlotWrites } from "./use-place-writes.ts";
import "./site-drawing.css";

export function PlotActions({ site }: { site: CandidateSite }) {
  const { t } = useDrawingText();
  const { setSearch } = useSiting();
  const isPhone = useIsPhone();
  const isOpen = useStorePart(siteDrawing, ({ sketch }) => sketch?.stored?.record.id === site.id);
  const { edit, remove, isBusy } = usePlotWrites(() => setSearch({ site: undefined }));
  const open = () => edit.mutate(site.id, { onSuccess: () => isPhone && setSearch({ view: "map" }) });
  return (
    <div className="drawing-buttons">
      <Button isCompact isDisabled={isBusy || isOpen} onPress={open}>
        <Pencil size={14} strokeWidth={1.7} aria-hidden />
        {edit.isPending ? <Spinner label={t("draw.opening")} /> : t("draw.edit")}
      </Button>
      <Button isCompact isDisabled={isBusy} onPress={() => remove.mutate(site)}>
        <Trash2 size={14} strokeWidth={1.7} aria-hidden />
        {t("draw.delete")}
      </Button>
    </div>
  );
}
