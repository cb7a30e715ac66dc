/** The gates of stations that come, go and move: only theirs are looked for anew. */
import type { Certainty, FireStation } from "@firecover/domain";
import { type GatesOfEdges, linkedGates } from "../arrival.ts";
import type { EdgeGrid } from "../edge-grid.ts";
import { gatesOf } from "../run-state.ts";
import type { StationGates } from "../station-gates.ts";

/** A station as it stands, by its number (`station-numbers.ts`). */
export type NumberedStations = ReadonlyMap<number, FireStation>;

export interface UsableEdges {
  readonly certain: { readonly usable: Uint8Array };
  readonly possible: { readonly usable: Uint8Array };
}

export interface LiveGates {
  /** `station` is a number. */
  readonly all: StationGates;
  readonly ofEdges: GatesOfEdges;
  /** None where the station is gone. */
  ofStation(number: number): StationGates | null;
  /** `onEdge` is told every edge that a touched station had or has a gate on. */
  update(
    stations: NumberedStations,
    touched: Iterable<number>,
    usable: UsableEdges,
    onEdge: (e: number) => void,
  ): void;
}

export function createLiveGates(grid: EdgeGrid, certainty: Certainty, edgeCount: number): LiveGates {
  const byStation = new Map<number, StationGates>();
  const head = new Int32Array(edgeCount).fill(-1);

  const live = {
    all: noGates,
    ofEdges: { head, next: new Int32Array(0) } as GatesOfEdges,
    ofStation: (number: number) => byStation.get(number) ?? null,
    update(
      stations: NumberedStations,
      touched: Iterable<number>,
      usable: UsableEdges,
      onEdge: (e: number) => void,
    ): void {
      for (const number of touched) {
        for (const e of byStation.get(number)?.edge ?? []) onEdge(e);
        byStation.delete(number);
        const station = stations.get(number);
        if (!station) continue;
        const own = gatesOf(usable, grid, [station], certainty);
        byStation.set(number, { ...own, station: own.station.map(() => number) });
        for (const e of own.edge) onEdge(e);
      }
      for (const e of live.all.edge) head[e] = -1;
      live.all = joined([...stations.keys()].map((number) => byStation.get(number)!));
      live.ofEdges = linkedGates(live.all, head);
    },
  };
  return live;
}

const noGates: StationGates = {
  count: 0,
  station: new Int32Array(0),
  edge: new Uint32Array(0),
  alongMillimetres: new Uint32Array(0),
  yardMillis: new Uint32Array(0),
  offNetwork: [],
};

function joined(all: readonly StationGates[]): StationGates {
  return {
    count: all.reduce((count, one) => count + one.count, 0),
    station: Int32Array.from(all.flatMap((one) => [...one.station])),
    edge: Uint32Array.from(all.flatMap((one) => [...one.edge])),
    alongMillimetres: Uint32Array.from(all.flatMap((one) => [...one.alongMillimetres])),
    yardMillis: Uint32Array.from(all.flatMap((one) => [...one.yardMillis])),
    offNetwork: [],
  };
}
