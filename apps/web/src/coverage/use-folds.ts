/** Whether a side panel is folded: the address says so, else whether the window has room. */
import { useCoverageSearch, useSetCoverageSearch } from "./use-coverage-search.ts";

export function useFolds(side: "left" | "right", hasRoom: boolean): { isOpen: boolean; toggle: () => void } {
  const { fold } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const named = fold?.split(",") ?? [];
  // What is named is the opposite of what the window would do by itself.
  const isOpen = hasRoom !== named.includes(side);
  const toggle = () => {
    const next = named.includes(side) ? named.filter((name) => name !== side) : [...named, side];
    setSearch({ fold: next.join() || undefined });
  };
  return { isOpen, toggle };
}
