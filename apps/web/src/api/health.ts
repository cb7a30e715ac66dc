/** Whether the server is ready, and how far its start has come. */
import { Progress } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { ApiError } from "./http.ts";

const Health = z.object({
  status: z.string().optional(),
  progress: Progress.nullish(),
});

export interface ServerState {
  readonly state: "ready" | "starting" | "silent";
  readonly progress: Progress | null;
}

async function readServerState({ signal }: { signal: AbortSignal }): Promise<ServerState> {
  let response: Response;
  try {
    response = await fetch("/health/ready", { signal });
  } catch {
    return { state: "silent", progress: null };
  }
  const health = Health.safeParse(await response.json().catch(() => null)).data;
  return { state: response.ok ? "ready" : "starting", progress: health?.progress ?? null };
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

export function isServerSilent(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 502 || error.status === 503);
}
