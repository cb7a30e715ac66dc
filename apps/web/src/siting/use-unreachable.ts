/** Names of the places that no site reaches: premises by name, cells by the commune they lie in. */
import { Premises, type SitingInfeasibility } from "@firecover/domain";
import { useQueries } from "@tanstack/react-query";
import { getRecord } from "../api/records.ts";
import { useSitingText } from "./siting-text.tsx";

const asked = 12;

export function useUnreachable({ unreachablePremisesIds, unreachableCells }: SitingInfeasibility) {
  const { t } = useSitingText();
  const first = unreachablePremisesIds.slice(0, asked);
  const records = useQueries({
    queries: first.map((id) => ({
      queryKey: ["record", "premises", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => getRecord("/api/premises", Premises, id, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const premises = first.map((id, index) => ({
    id: id as string,
    name: records[index]?.data?.record.name ?? id,
  }));
  const cells = unreachableCells.slice(0, asked).map((id) => ({ id, name: t("siting.cell", { id }) }));
  return {
    count: unreachablePremisesIds.length + unreachableCells.length,
    names: [...premises, ...cells],
  };
}
