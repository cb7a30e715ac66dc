/** The standard being read or edited, and saving an own one with the version it was made from. */
import { Standard, StandardId } from "@firecover/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { request } from "../api/http.ts";

const itemPath = (id: string) => `/api/standards/${encodeURIComponent(id)}`;

async function versioned(response: Response) {
  return { standard: Standard.parse(await response.json()), etag: response.headers.get("etag") ?? "" };
}

export function useStandardDraft(id: string | undefined, onSaved: (id: string) => void) {
  const queryClient = useQueryClient();
  const stored = useQuery({
    queryKey: ["standard", id],
    queryFn: async ({ signal }) => versioned(await request(itemPath(id!), { signal, cache: "no-store" })),
    enabled: id !== undefined,
  });
  const [draft, setDraft] = useState<Standard | null>(null);
  const [isNew, setIsNew] = useState(false);
  useEffect(() => {
    setDraft(null);
    setIsNew(false);
  }, [id]);

  const save = useMutation({
    mutationFn: async (standard: Standard) =>
      versioned(
        await request(itemPath(standard.id), {
          method: "PUT",
          headers: {
            "content-type": "application/json",
            ...(isNew ? { "if-none-match": "*" } : { "if-match": stored.data!.etag }),
          },
          body: JSON.stringify(standard),
        }),
      ),
    onSuccess: (saved) => {
      queryClient.setQueryData(["standard", saved.standard.id], saved);
      for (const key of ["standards", "project", "shown-run"])
        void queryClient.invalidateQueries({ queryKey: [key] });
      setDraft(null);
      setIsNew(false);
      onSaved(saved.standard.id);
    },
  });

  return {
    standard: draft ?? stored.data?.standard,
    isChanged: draft !== null,
    error: stored.error,
    refetch: () => void stored.refetch(),
    save,
    change: setDraft,
    drop: () => {
      setDraft(null);
      setIsNew(false);
      save.reset();
    },
    /** An own copy of the one on screen, not yet stored. */
    copy(name: { vi: string; en: string }) {
      const from = draft ?? stored.data?.standard;
      if (!from) return;
      setIsNew(true);
      setDraft({ ...from, id: StandardId.parse(`own-${Date.now().toString(36)}`), name, isPreset: false });
    },
  };
}
