/** The project: which province, which layers it holds and how old they are. */
import { BoundingBox, CoverageRunId, IsoDate } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { useServerState } from "./health.ts";
import { getJson } from "./http.ts";

export const ProjectLayer = z.object({
  layer: z.string(),
  count: z.number(),
  sources: z.array(z.string()),
  dataDateFrom: IsoDate.nullable(),
  dataDateTo: IsoDate.nullable(),
  isSynthetic: z.boolean(),
});
export type ProjectLayer = z.infer<typeof ProjectLayer>;

export const Project = z.object({
  name: z.string(),
  isSynthetic: z.boolean(),
  bounds: BoundingBox.nullable(),
  provinceName: z.string().nullable(),
  layers: z.array(ProjectLayer),
  currentRunId: CoverageRunId.nullable(),
  /** Whether registers or standard have changed since the current run. */
  isCurrentRunStale: z.boolean(),
});
export type Project = z.infer<typeof Project>;

export const projectQuery = {
  queryKey: ["project"],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson("/api/project", Project, signal),
} as const;

/** Asked once the server is ready: an earlier question would only fail. */
export function useProject() {
  const { data: server } = useServerState();
  return useQuery({ ...projectQuery, enabled: server?.state === "ready" });
}

/** Number of records of a layer; 0 when the project has none. */
export function layerCount(project: Project, layer: string): number {
  return project.layers.find((candidate) => candidate.layer === layer)?.count ?? 0;
}

export function layerSource(project: Project, layer: string): ProjectLayer | undefined {
  return project.layers.find((candidate) => candidate.layer === layer && candidate.count > 0);
}
