/** What the coverage screen shows before there is a result: nothing yet, not computed, computing, failed. */

import { useNavigate } from "@tanstack/react-router";
import { layerCount, useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { useRecompute } from "../state/use-recompute.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState, ErrorState, Skeleton, Spinner } from "../ui/states.tsx";
import type { CoverageLoad } from "./use-coverage-data.ts";

export function CoverageState({ load }: { load: CoverageLoad }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { data: project, error, refetch } = useProject();
  const compute = useRecompute();

  const failed = load.error ?? error ?? compute.error;
  if (failed)
    return (
      <ErrorState
        what={t("coverage.failedWhat")}
        error={failed}
        onRetry={() => {
          compute.reset();
          void refetch();
          load.retry();
        }}
      />
    );
  if (project && load.isMissing) {
    const isEmpty = layerCount(project, "roads") === 0;
    if (isEmpty)
      return (
        <EmptyState
          sentence={t("coverage.noData")}
          action={
            <Button look="primary" onPress={() => void navigate({ to: "/nhap-tep" })}>
              {t("coverage.importFirst")}
            </Button>
          }
        />
      );
    return (
      <EmptyState
        sentence={t("coverage.notComputed")}
        action={
          compute.isPending ? (
            <Spinner label={t("coverage.computing")} />
          ) : (
            <Button look="primary" onPress={() => compute.mutate()}>
              {t("coverage.compute")}
            </Button>
          )
        }
      />
    );
  }
  return <Skeleton lines={8} height={34} />;
}
