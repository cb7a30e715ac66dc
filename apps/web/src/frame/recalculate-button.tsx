/** The data is newer than the result: one press computes it again. */
import type { CoverageParameters } from "@firecover/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { Button } from "react-aria-components";
import { runCoverage } from "../api/coverage-runs.ts";
import { projectQuery } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { Spinner } from "../ui/states.tsx";

export function RecalculateButton({ parameters }: { parameters: CoverageParameters }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const compute = useMutation({
    mutationFn: () => runCoverage(parameters, () => {}, new AbortController().signal),
    onSuccess: () => queryClient.invalidateQueries(projectQuery),
  });
  if (compute.isPending) return <Spinner label={t("stamp.running")} />;
  return (
    <Button className="stamp-stale stamp-recalculate" onPress={() => compute.mutate()}>
      <RotateCw size={14} strokeWidth={1.7} aria-hidden />
      {t("stamp.dataChanged")}
    </Button>
  );
}
