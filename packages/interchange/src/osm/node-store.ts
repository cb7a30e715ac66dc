/** Coordinates of every node of a file in typed arrays: 16 bytes a node, ids in any order. */

export interface NodeStore {
  readonly size: number;
  add(id: number, lon: number, lat: number): void;
  /** Index of a node, or -1 where the file does not hold it. */
  indexOf(id: number): number;
  lon(index: number): number;
  lat(index: number): number;
}

/** OSM's own grid: 1e-7 of a degree. */
const unitsPerDegree = 1e7;

export function createNodeStore(): NodeStore {
  let ids = new Float64Array(1 << 16);
  let lons = new Int32Array(1 << 16);
  let lats = new Int32Array(1 << 16);
  let size = 0;
  let isSorted = true;

  const sort = (): void => {
    const order = new Uint32Array(size).map((_, i) => i).sort((a, b) => ids[a]! - ids[b]! || a - b);
    ids = Float64Array.from(order, (i) => ids[i]!);
    lons = Int32Array.from(order, (i) => lons[i]!);
    lats = Int32Array.from(order, (i) => lats[i]!);
    isSorted = true;
  };

  return {
    get size() {
      return size;
    },
    add(id, lon, lat) {
      if (size === ids.length) {
        ids = grown(ids, new Float64Array(size * 2));
        lons = grown(lons, new Int32Array(size * 2));
        lats = grown(lats, new Int32Array(size * 2));
      }
      if (size > 0 && id < ids[size - 1]!) isSorted = false;
      ids[size] = id;
      lons[size] = Math.round(lon * unitsPerDegree);
      lats[size] = Math.round(lat * unitsPerDegree);
      size++;
    },
    indexOf(id) {
      if (!isSorted) sort();
      let low = 0;
      let high = size - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const found = ids[middle]!;
        if (found === id) return middle;
        if (found < id) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
    lon: (index) => lons[index]! / unitsPerDegree,
    lat: (index) => lats[index]! / unitsPerDegree,
  };
}

function grown<A extends Float64Array | Int32Array>(from: A, into: A): A {
  into.set(from);
  return into;
}
