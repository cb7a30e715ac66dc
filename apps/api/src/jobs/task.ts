/** Pure work heavy enough to leave the main thread: a payload in, an answer out, nothing shared. */

import type { OnProgress } from "@firecover/domain";
import type { RoadRecords } from "@firecover/interchange";
import { computeRun, type RunPayload, type StampPayload, stampOf } from "../coverage/compute-run.ts";
import { buildNetwork } from "../coverage/network-bytes.ts";
import { type PopulationPayload, spread } from "../coverage/population-cells.ts";
import { drawDemoProvince } from "../demo-records.ts";
import {
  type AssessPayload,
  assessSites,
  type GeneratePayload,
  generateSites,
} from "../siting/assess-sites.ts";

export const tasks = {
  "draw-demo-province": (_payload: undefined, _onProgress: OnProgress) => drawDemoProvince(),
  "build-network": (payload: RoadRecords, _onProgress: OnProgress) => buildNetwork(payload),
  "spread-population": (payload: PopulationPayload, _onProgress: OnProgress) => spread(payload),
  "stamp-run": (payload: StampPayload, _onProgress: OnProgress) => stampOf(payload),
  "compute-run": (payload: RunPayload, onProgress: OnProgress) => computeRun(payload, onProgress),
  "assess-sites": (payload: AssessPayload, _onProgress: OnProgress) => assessSites(payload),
  "generate-sites": (payload: GeneratePayload, _onProgress: OnProgress) => generateSites(payload),
};
export type TaskName = keyof typeof tasks;
export type TaskPayload<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type TaskAnswer<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;
