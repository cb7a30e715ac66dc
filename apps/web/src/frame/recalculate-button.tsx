/** The data is newer than the result: one press computes it again. */
import { RotateCw } from "lucide-react";
import { Button } from "react-aria-components";
import { useText } from "../i18n/use-text.ts";
import { useRecompute } from "../state/use-recompute.ts";
import { Spinner } from "../ui/states.tsx";

export function RecalculateButton() {
  const { t } = useText();
  const recompute = useRecompute();
  if (recompute.isPending) return <Spinner label={t("stamp.running")} />;
  return (
    <Button className="stamp-stale stamp-recalculate" onPress={() => recompute.mutate()}>
      <RotateCw size={14} strokeWidth={1.7} aria-hidden />
      {t("stamp.dataChanged")}
    </Button>
  );
}
