/** Names of the places that no site reaches: premises by name, people by commune, most first. */
import { Premises, type SitingInfeasibility } from "@firecover/domain";
import { useQueries } from "@tanstack/react-query";
import { getRecord } from "../api/records.ts";
import { useSitingText } from "./siting-text.tsx";

const askedAtMost = 12;

/** `count` = all such places; `total` = of names, also of premises beyond those that the answer lists. */
export function useUnreachable(infeasibility: SitingInfeasibility) {
  const { t, format } = useSitingText();
  const { unreachablePremisesIds, unreachableCells, unreachableCommunes, unreachablePlaces } = infeasibility;
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
  const communes = unreachableCells.length === 0 ? [] : unreachableCommunes;
  const places = communes.map(({ communeCode, name, weight }) => ({
    id: communeCode as string,
    name: t("siting.infeasible.commune", { commune: name, people: format.count(weight) }),
  }));
  const total = places.length > 0 ? places.length : unreachablePlaces;
  return { count: unreachablePlaces, total, names: [...premises, ...places] };
}
