/** Reads and changes the registers' address; whatever changes the rows goes back to the first page. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { filterKeys, type RegistersSearch } from "./registers-search.ts";

export interface RegistersAddress {
  readonly search: RegistersSearch;
  readonly hasFilter: boolean;
  /** Changes filter or order. */
  readonly choose: (change: Partial<RegistersSearch>) => void;
  /** Changes what is shown of the same rows: page, record, view. */
  readonly show: (change: Partial<RegistersSearch>) => void;
  readonly clearFilter: () => void;
}

export function useRegistersAddress(): RegistersAddress {
  const search = useSearch({ from: "/so-du-lieu" });
  const navigate = useNavigate({ from: "/so-du-lieu" });
  const show = useCallback(
    (change: Partial<RegistersSearch>) =>
      void navigate({ to: ".", search: (old) => ({ ...old, ...change }), replace: true }),
    [navigate],
  );
  const choose = useCallback(
    (change: Partial<RegistersSearch>) => show({ ...change, after: undefined, from: undefined }),
    [show],
  );
  const clearFilter = useCallback(
    () => choose(Object.fromEntries(filterKeys.map((key) => [key, undefined]))),
    [choose],
  );
  return {
    search,
    hasFilter: filterKeys.some((key) => search[key] !== undefined),
    choose,
    show,
    clearFilter,
  };
}
