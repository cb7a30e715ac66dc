/** What the cells of every register need: words, commune names, the gaps of the current run, today. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listAllRecords } from "../api/records.ts";
import { useText } from "../i18n/use-text.ts";
import { type CommuneRow, communesRegister } from "./communes-register.tsx";
import { todayIso } from "./inspection.ts";
import type { RowContext } from "./register.ts";
import { useGapIndex } from "./use-gap-index.ts";

const noCommunes: readonly CommuneRow[] = [];

/** Every commune, by name as the language sorts it. */
export function useCommunes(): readonly CommuneRow[] {
  const { path, schema } = communesRegister;
  const { language } = useText();
  const { data } = useQuery({
    queryKey: ["records", "communes", "all"],
    queryFn: ({ signal }) => listAllRecords(path, schema, {}, { max: 5000, signal }),
    staleTime: 300_000,
  });
  return useMemo(
    () => data?.records.toSorted((a, b) => a.name.localeCompare(b.name, language)) ?? noCommunes,
    [data, language],
  );
}

export function useRowContext(isWithGaps: boolean): RowContext {
  const text = useText();
  const communes = useCommunes();
  const gaps = useGapIndex(isWithGaps);
  const today = todayIso();
  return useMemo(
    () => ({ text, gaps, today, communes: new Map(communes.map(({ code, name }) => [code, name])) }),
    [text, communes, gaps, today],
  );
}
