/** The siting screen's address, read and changed. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { SitingSearch } from "./siting-search.ts";

export function useSitingSearch(): SitingSearch {
  const raw = useSearch({ from: "/chon-vi-tri" });
  return useMemo(() => SitingSearch.parse(raw), [raw]);
}

export type SetSitingSearch = (change: Partial<SitingSearch>, push?: "push") => void;

/** Changes part of the address; `push` makes a step that Back returns from. */
export function useSetSitingSearch(): SetSitingSearch {
  const navigate = useNavigate({ from: "/chon-vi-tri" });
  return useCallback(
    (change, push) =>
      void navigate({
        to: ".",
        search: (old) => ({ ...old, ...change }) as never,
        replace: push !== "push",
      }),
    [navigate],
  );
}
