/** A place chosen on the map for a record, and the commune it lies in. */
import type { Draft } from "./field.ts";
import { writeNumber } from "./typed-text.ts";

export interface PickedPlace {
  readonly lonLat: readonly [number, number];
  readonly communeCode: string | null;
}

/** Six decimals of a degree are a tenth of a metre. */
export function draftOfPlace({ lonLat: [lon, lat], communeCode }: PickedPlace): Draft {
  return {
    longitude: writeNumber(Number(lon.toFixed(6))),
    latitude: writeNumber(Number(lat.toFixed(6))),
    ...(communeCode !== null && { communeCode }),
  };
}
