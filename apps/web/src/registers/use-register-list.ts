/** The page of rows that the address asks for. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { listRecords } from "../api/records.ts";
import type { Register } from "./register.ts";
import type { RegistersSearch } from "./registers-search.ts";

export const rowsPerPage = 50;

export function listParamsOf<Row>(register: Register<Row>, search: RegistersSearch) {
  return { ...register.listParams(search), sort: search.sort ?? register.defaultSort };
}

export function useRegisterList<Row>(register: Register<Row>, search: RegistersSearch) {
  const params = { ...listParamsOf(register, search), cursor: search.after, limit: rowsPerPage };
  return useQuery({
    queryKey: ["records", register.name, "page", params],
    queryFn: ({ signal }) => listRecords(register.path, register.schema, params, signal),
    placeholderData: keepPreviousData,
  });
}
