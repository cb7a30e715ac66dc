/** Names of the places that no site reaches: premises by name, population cells summed up by commune. */
import { Premises, type SitingInfeasibility } from "@firecover/domain";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getCoverageResult, getCoverageSubjects } from "../api/coverage-runs.ts";
import { useProject } from "../api/project.ts";
import { getRecord } from "../api/records.ts";
import { useSitingText } from "./siting-text.tsx";

const askedAtMost = 12;
const forever = { staleTime: Number.POSITIVE_INFINITY, structuralSharing: false } as const;

export function useUnreachable({ unreachablePremisesIds, unreachableCells }: SitingInfeasibility) {
  const { t, format } = useSitingText();
  const communes = useCommunesOfCells(unreachableCells);
  const first = unreachablePremisesIds.slice(0, askedAtMost);
  const records = useQueries({
    queries: first.map((id) => ({
      queryKey: ["record", "premises", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => getRecord("/api/premises", Premises, id, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const premises = unreachablePremisesIds.map((id, index) => ({
    id: id as string,
    name: records[index]?.data?.record.name ?? id,
  }));
  const places = communes.map(({ code, name, people }) => ({
    id: code,
    name: t("siting.infeasible.commune", { commune: name, people: format.count(people) }),
  }));
  return { count: unreachablePremisesIds.length + unreachableCells.length, names: [...premises, ...places] };
}

/** The cells' communes with the people in those cells, most first; which cell lies where is what a coverage run knows. */
function useCommunesOfCells(cells: readonly string[]) {
  const { data: project } = useProject();
  const runId = project?.currentRunId ?? null;
  const enabled = runId !== null && cells.length > 0;
  const result = useQuery({
    queryKey: ["coverage-result", runId],
    queryFn: ({ signal }) => getCoverageResult(runId!, signal),
    enabled,
    ...forever,
  }).data;
  const subjects = useQuery({
    queryKey: ["coverage-subjects", runId],
    queryFn: ({ signal }) => getCoverageSubjects(runId!, signal),
    enabled,
    ...forever,
  }).data;
  return useMemo(() => {
    if (!result || !subjects) return [];
    const unreachable = new Set(cells);
    const people = new Map<number, number>();
    subjects.cells.forEach((cell, i) => {
      const commune = result.cells.communeIndex[i]!;
      if (commune >= 0 && unreachable.has(cell))
        people.set(commune, (people.get(commune) ?? 0) + result.cells.people[i]!);
    });
    return [...people]
      .toSorted(([, a], [, b]) => b - a)
      .flatMap(([index, count]) => {
        const commune = subjects.communes[index];
        return commune ? [{ code: commune.code as string, name: commune.name, people: count }] : [];
      });
  }, [result, subjects, cells]);
}
