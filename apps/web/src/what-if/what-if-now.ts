/** The scenario that is open on this page, if one is; small, so that the screens can ask without loading the editor. */
import type { EngineAccess } from "@firecover/domain";
import { createStore, type Store } from "../state/store.ts";
import type { LiveProvince } from "./live-province.ts";
import type { ScenarioDesk } from "./scenario-desk.ts";
import type { ServerCheck } from "./server-check.ts";

export type Tool = "move" | "station" | "water" | "road";

export type Selected =
  | { readonly kind: "station" | "water" | "road"; readonly id: string }
  /** A road picked on the map, with what the tile says of it. */
  | {
      readonly kind: "picked-road";
      readonly roadId: number;
      readonly name: string | null;
      readonly access: EngineAccess;
      readonly widthMetres: number | null;
    };

export interface Bench {
  readonly tool: Tool;
  readonly selected: Selected | null;
  /** The key that shows today is held. */
  readonly isTodayHeld: boolean;
}

export interface WhatIf {
  readonly scenarioId: string;
  readonly desk: ScenarioDesk;
  readonly province: LiveProvince;
  readonly check: ServerCheck;
  readonly bench: Store<Bench>;
}

export const whatIfNow: Store<WhatIf | null> = createStore<WhatIf | null>(null);

/** Why the scenario of the address could not be opened. */
export const openFault = createStore<{ readonly scenarioId: string; readonly error: unknown } | null>(null);
/** Counts tries to open: one more starts anew, with the scenario as the server has it and a worker of its own. */
export const openTry: Store<number> = createStore(0);
