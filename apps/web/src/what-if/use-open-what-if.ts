/** The open scenario and its parts, for components that exist only while one is open. */
import { useSearch } from "@tanstack/react-router";
import { useCoverageSearch } from "../coverage/use-coverage-search.ts";
import { useStore, useStoreIf } from "../state/store.ts";
import type { Changes } from "./change-list.ts";
import { type Bench, type WhatIf, whatIfNow } from "./what-if-now.ts";

/** Null until both the scenario and its desk are there. */
export function useOpenWhatIf(): WhatIf | null {
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  const open = useStore(whatIfNow);
  return open?.scenarioId === scenarioId ? open : null;
}

/** The list that is on the screen: in the air, or at rest. */
export function useChanges({ desk }: WhatIf): Changes {
  const { draft, history } = useStore(desk.state);
  return draft ?? history.now;
}

export function setBench({ bench }: WhatIf, part: Partial<Bench>): void {
  bench.set({ ...bench.get(), ...part });
}

/** Today is shown by the reader's choice or by the held key, whatever the scenario changes. */
export function useIsTodayChosen(whatIf: WhatIf | null): boolean {
  const { shown } = useCoverageSearch();
  const bench = useStoreIf(whatIf?.bench);
  return shown === "today" || bench?.isTodayHeld === true;
}
