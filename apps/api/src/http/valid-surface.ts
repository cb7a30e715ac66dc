/** Surfaces that the database takes: rings closed, none crossing, holes inside. */
import { MultiPolygonGeometry } from "@firecover/domain";
import { polygonFault } from "@firecover/interchange";

export const ValidSurface = MultiPolygonGeometry.refine(
  ({ coordinates }) => polygonFault(coordinates) === null,
  {
    message:
      "ranh giới phải khép kín và không tự cắt nhau · rings must be closed and must not cross themselves or each other",
  },
);
