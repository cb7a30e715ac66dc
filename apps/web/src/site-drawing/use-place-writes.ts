/** Opening a stored plot or zone for change, and deleting it: never a version that the reader has not seen. */
import type { CandidateSite, ExclusionZone } from "@firecover/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../api/http.ts";
import { createRecord, deleteRecord, getRecord, type Versioned } from "../api/records.ts";
import { candidatesQuery } from "../api/siting.ts";
import { candidateSitesRegister } from "../registers/candidate-sites-register.tsx";
import { exclusionZonesRegister } from "../registers/exclusion-zones-register.tsx";
import type { Register } from "../registers/register.ts";
import { cancelSketch, type Place, setDrawing } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";
import { openPlot, openZone } from "./sketch-actions.ts";

/** Conditions, registers and counts all speak of what was written. */
export function useRefreshPlaces(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [candidatesQuery.queryKey, ["records"], ["record"], ["project"], ["search"]].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  };
}

export function usePlotWrites(onDeleted: () => void) {
  return usePlaceWrites<CandidateSite>(candidateSitesRegister, openPlot, onDeleted);
}

export function useZoneWrites(onDeleted: () => void) {
  return usePlaceWrites<ExclusionZone>(exclusionZonesRegister, openZone, onDeleted);
}

function usePlaceWrites<Row extends Place>(
  { path, schema }: Register<Row>,
  open: (stored: Versioned<Row>, decimalMark: "," | ".") => void,
  onDeleted: () => void,
) {
  const { t, language } = useDrawingText();
  const refresh = useRefreshPlaces();
  const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const bad = (words: string) => setDrawing({ notice: { tone: "bad", words } });

  const edit = useMutation({
    mutationFn: (id: string) => getRecord(path, schema, id),
    onSuccess: (stored) => {
      cancelSketch(t("draw.discarded"));
      open(stored, language === "en" ? "." : ",");
    },
    onError: (error) => bad(t("draw.openFailed", { reason: reasonOf(error) })),
  });

  const restore = useMutation({
    mutationFn: (record: Row) => createRecord(path, schema, record),
    onSuccess: () => setDrawing({ notice: { tone: "ok", words: t("registers.undo.done", { count: 1 }) } }),
    onError: (error) => bad(t("registers.undo.failed", { reason: reasonOf(error) })),
    onSettled: refresh,
  });

  const remove = useMutation({
    mutationFn: async (seen: Row): Promise<"deleted" | "changed" | "gone"> => {
      try {
        const { record, etag } = await getRecord(path, schema, seen.id);
        if (JSON.stringify(record) !== JSON.stringify(seen)) return "changed";
        await deleteRecord(path, seen.id, etag);
        return "deleted";
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return "gone";
        if (error instanceof ApiError && error.status === 412) return "changed";
        throw error;
      }
    },
    onSuccess: (outcome, seen) => {
      const { name } = seen;
      if (outcome === "changed") bad(t("draw.changedMeanwhile", { name }));
      else if (outcome === "gone") bad(t("draw.goneMeanwhile", { name }));
      else
        setDrawing({
          sketch: null,
          zoneId: null,
          notice: {
            tone: "ok",
            words: t("registers.undo.deleted", { name }),
            undo: () => restore.mutate(seen),
          },
        });
      if (outcome !== "changed") onDeleted();
    },
    onError: (error, { name }) => bad(t("registers.record.deleteFailed", { name, reason: reasonOf(error) })),
    onSettled: refresh,
  });

  return { edit, remove, isBusy: edit.isPending || remove.isPending || restore.isPending };
}
