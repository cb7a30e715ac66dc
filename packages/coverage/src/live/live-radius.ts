/** The straight-line distance to the nearest station while stations come, go and move. */

import type { FireStation, Standard } from "@firecover/domain";
import type { CoverageCommune } from "../coverage-input.ts";
import type { CoverageColumns } from "../coverage-result.ts";
import { radiusLimitMetres, stationMetres } from "../radius.ts";
import type { NumberedStations } from "./live-gates.ts";
import type { Marked } from "./marked.ts";

export interface LiveRadius {
  update(stations: NumberedStations, touched: ReadonlySet<number>, changed: Marked): void;
}

/** Below the earth's, so that a difference of latitude in metres stays below the distance. */
const metresPerDegree = 110_000;

export function createLiveRadius(
  columns: CoverageColumns,
  communes: readonly CoverageCommune[],
  standard: Standard,
): LiveRadius {
  const { count, lon, lat, communeIndex, radiusMetres, isInsideRadius } = columns;
  const limitMetres = Float64Array.from(communeIndex, (c) =>
    radiusLimitMetres(standard, communes[c] ?? null),
  );
  const nearestMetres = new Float64Array(count).fill(Infinity);
  const nearest = new Int32Array(count).fill(-1);

  function offer(i: number, number: number, station: FireStation): void {
    if (Math.abs(station.location[1] - lat[i]!) * metresPerDegree > nearestMetres[i]! + 1) return;
    const metres = stationMetres(lon[i]!, lat[i]!, station);
    if (metres >= nearestMetres[i]!) return;
    nearestMetres[i] = metres;
    nearest[i] = number;
  }

  return {
    update(stations, touched, changed) {
      const moved = [...touched].filter((number) => stations.has(number));
      for (let i = 0; i < count; i++) {
        if (touched.has(nearest[i]!)) {
          nearestMetres[i] = Infinity;
          nearest[i] = -1;
          for (const [number, station] of stations) offer(i, number, station);
        } else {
          for (const number of moved) offer(i, number, stations.get(number)!);
        }
        const metres = Math.fround(nearestMetres[i]!);
        const isInside = metres <= limitMetres[i]! ? 1 : 0;
        if (metres === radiusMetres[i] && isInside === isInsideRadius[i]) continue;
        radiusMetres[i] = metres;
        isInsideRadius[i] = isInside;
        changed.add(i);
      }
    },
  };
}
