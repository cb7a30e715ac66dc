/** What the coverage screen shows before there is a result: nothing yet, not computed, computing, failed. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { runCoverage } from "../api/coverage-runs.ts";
import { layerCount, projectQuery, useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState, ErrorState, Skeleton, Spinner } from "../ui/states.tsx";
import type { CoverageLoad } from "./use-coverage-data.ts";
import { useCoverageSearch } from "./use-coverage-search.ts";
import { parametersOf } from "./use-shown-run.ts";

export function CoverageState({ load }: { load: CoverageLoad }) {
  const { t } = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const search = useCoverageSearch();
  const { data: project, error, refetch } = useProject();
  const compute = useMutation({
    mutationFn: () => runCoverage(parametersOf(search, undefined), () => {}, new AbortController().signal),
    onSuccess: () => queryClient.invalidateQueries(projectQuery),
  });

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
