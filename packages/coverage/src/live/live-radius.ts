/** The straight-line distance to the nearest station while stations come, go and move. */

import type { FireStation, Standard } from "@firecover/domain";
import { cosineOfLatitude } from "@firecover/road-network";
import type { CoverageCommune } from "../coverage-input.ts";
import type { CoverageColumns } from "../coverage-result.ts";
import { lowMetresPerDegree, radiusLimitMetres, stationMetres } from "../radius.ts";
import type { NumberedStations } from "./live-gates.ts";
import type { Marked } from "./marked.ts";

export interface LiveRadius {
  update(stations: NumberedStations, touched: ReadonlySet<number>, changed: Marked): void;
}

/** A chord of longitude is shorter than its arc: this holds up to 39°, and what lies farther counts as 30°. */
const chordPerArc = 0.98;

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
  const cosine = Float64Array.from(lat, cosineOfLatitude);

  function offer(i: number, number: number, station: FireStation, stationCosine: number): void {
    const best = nearestMetres[i]! + 1;
    const [stationLon, stationLat] = station.location;
    if (Math.abs(stationLat - lat[i]!) * lowMetresPerDegree > best) return;
    const apart = Math.min(30, Math.abs(stationLon - lon[i]!));
    if (apart * Math.min(cosine[i]!, stationCosine) * chordPerArc * lowMetresPerDegree > best) return;
    const metres = stationMetres(lon[i]!, lat[i]!, station);
    if (metres >= nearestMetres[i]!) return;
    nearestMetres[i] = metres;
    nearest[i] = number;
  }

  return {
    update(stations, touched, changed) {
      const all = Array.from(stations, ([number, station]) => ({
        number,
        station,
        cosine: cosineOfLatitude(station.location[1]),
      }));
      const moved = all.filter(({ number }) => touched.has(number));
      // Before others are tried: whose was nearest is so again as a rule.
      all.sort((a, b) => Number(touched.has(b.number)) - Number(touched.has(a.number)));
      const isTouched = new Uint8Array(Math.max(0, ...touched, ...stations.keys()) + 1);
      for (const number of touched) isTouched[number] = 1;
      for (let i = 0; i < count; i++) {
        const isLost = nearest[i]! >= 0 && isTouched[nearest[i]!] === 1;
        if (isLost) {
          nearestMetres[i] = Infinity;
          nearest[i] = -1;
        }
        const offered = isLost || nearest[i]! < 0 ? all : moved;
        for (let j = 0; j < offered.length; j++)
          offer(i, offered[j]!.number, offered[j]!.station, offered[j]!.cosine);
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
