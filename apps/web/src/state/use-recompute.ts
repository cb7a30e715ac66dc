/** Computes coverage again with the parameters in force, after the registers have changed. */
import type { Progress } from "@firecover/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { getCoverageRun, runCoverage } from "../api/coverage-runs.ts";
import { useProject } from "../api/project.ts";
import { parametersOf } from "../coverage/use-shown-run.ts";

export function useRecompute() {
  const queryClient = useQueryClient();
  const { data: project } = useProject();
  const [progress, setProgress] = useState<Progress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const compute = useMutation({
    mutationFn: async () => {
      abort.current = new AbortController();
      const { signal } = abort.current;
      const currentId = project?.currentRunId ?? null;
      const current = currentId === null ? null : await getCoverageRun(currentId, signal);
      return runCoverage(current?.parameters ?? parametersOf({}), setProgress, signal);
    },
    onSuccess: () => queryClient.invalidateQueries(),
    onSettled: () => setProgress(null),
  });
  return { ...compute, progress };
}
