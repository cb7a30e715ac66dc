/** The chip that has new places along roads made. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { candidatesQuery, generateCandidates } from "../api/siting.ts";
import { Spinner } from "../ui/states.tsx";
import { ChipField } from "./chip-field.tsx";
import { NumberEntry } from "./number-entry.tsx";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function GenerateChip() {
  const { t } = useSitingText();
  const queryClient = useQueryClient();
  const { setSearch } = useSiting();
  const [count, setCount] = useState(30);
  const generate = useMutation({
    mutationFn: () => generateCandidates(count),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: candidatesQuery.queryKey });
      setSearch({ site: undefined });
    },
  });
  return (
    <ChipField label={t("siting.generate")} text={t("siting.generate")}>
      {(close) => (
        <>
          <p className="caption">{t("siting.generateWords")}</p>
          <NumberEntry
            label={t("siting.generateCount")}
            value={count}
            min={1}
            max={500}
            isWhole
            onChange={setCount}
          />
          {generate.isPending ? (
            <Spinner label={t("siting.generating")} />
          ) : (
            <button
              type="button"
              className="button button-primary"
              onClick={() => generate.mutate(undefined, { onSuccess: close })}
            >
              {t("siting.generateNow", { count })}
            </button>
          )}
          {generate.error && (
            <p role="alert" className="siting-bad">
              {generate.error.message}
            </p>
          )}
        </>
      )}
    </ChipField>
  );
}
