/** Whether the server is ready, and how far its start has come. */
import { Progress } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";

const Health = z.object({
  status: z.string().optional(),
  progress: Progress.nullish(),
  error: z.string().nullish(),
});

export interface ServerState {
  readonly state: "ready" | "starting" | "failed" | "silent";
  readonly progress: Progress | null;
  /** The server's own sentence about why it will never be ready. */
  readonly error: string | null;
}

async function readServerState({ signal }: { signal: AbortSignal }): Promise<ServerState> {
  let response: Response;
  try {
    response = await fetch("/health/ready", { signal });
  } catch {
    return { state: "silent", progress: null, error: null };
  }
  const health = Health.safeParse(await response.json().catch(() => null)).data;
  // A proxy answers for a server that is not there, without any of our words.
  if (!response.ok && !health?.status) return { state: "silent", progress: null, error: null };
  return {
    state: response.ok ? "ready" : health?.status === "failed" ? "failed" : "starting",
    progress: health?.progress ?? null,
    error: health?.error ?? null,
  };
}

/** Asks every second until the server is ready, then no more. */
export function useServerState() {
  return useQuery({
    queryKey: ["health"],
    queryFn: readServerState,
    refetchInterval: (asked) => (asked.state.data?.state === "ready" ? false : 1000),
    retry: false,
  });
}
