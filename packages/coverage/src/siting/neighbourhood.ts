/** Which of many places lie within a fixed distance of another, from squares of that size. */
import type { LonLat } from "@firecover/domain";
import { cosineOfLatitude, metresPerDegree } from "@firecover/road-network";

export interface Neighbourhood {
  /** Every place nearer than the distance, in a fixed order. */
  forEach(location: LonLat, visit: (i: number, metres: number) => void): void;
}

/** On one plane for all places: to a percent within a province, which is enough to weigh by and too little to judge by. */
export function createNeighbourhood(places: readonly LonLat[], withinMetres: number): Neighbourhood {
  const middle = places.length === 0 ? 0 : places.reduce((sum, [, lat]) => sum + lat, 0) / places.length;
  const metresPerDegreeLon = metresPerDegree * cosineOfLatitude(middle);
  const x = Float64Array.from(places, ([lon]) => lon * metresPerDegreeLon);
  const y = Float64Array.from(places, ([, lat]) => lat * metresPerDegree);
  const squares = new Map<string, number[]>();
  const squareOf = (metres: number) => Math.floor(metres / withinMetres);
  places.forEach((_, i) => {
    const key = `${squareOf(x[i]!)} ${squareOf(y[i]!)}`;
    const square = squares.get(key);
    if (square) square.push(i);
    else squares.set(key, [i]);
  });
  return {
    forEach([lon, lat], visit) {
      const atX = lon * metresPerDegreeLon;
      const atY = lat * metresPerDegree;
      const column = squareOf(atX);
      const row = squareOf(atY);
      for (let r = row - 1; r <= row + 1; r++) {
        for (let c = column - 1; c <= column + 1; c++) {
          for (const i of squares.get(`${c} ${r}`) ?? []) {
            const metres = Math.hypot(x[i]! - atX, y[i]! - atY);
            if (metres < withinMetres) visit(i, metres);
          }
        }
      }
    },
  };
}
