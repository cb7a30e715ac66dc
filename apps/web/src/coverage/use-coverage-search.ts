/** The coverage screen's address, read and changed. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { CoverageSearch } from "./coverage-search.ts";

export function useCoverageSearch(): CoverageSearch {
  return useSearch({ from: "/vung-phu" });
}

/** Changes part of the address; `push` makes a step that Back returns from. */
export function useSetCoverageSearch(): (change: Partial<CoverageSearch>, push?: "push") => void {
  const navigate = useNavigate({ from: "/vung-phu" });
  return useCallback(
    (change, push) =>
      void navigate({ to: ".", search: (old) => ({ ...old, ...change }), replace: push !== "push" }),
    [navigate],
  );
}
