/** Boxes around outlines. */
import type { BoundingBox, MultiPolygonGeometry } from "@firecover/domain";

export function boundsOf({ coordinates }: MultiPolygonGeometry): BoundingBox {
  const box: BoundingBox = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [outer] of coordinates) {
    for (const [lon, lat] of outer ?? []) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}
