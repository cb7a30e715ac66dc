/** Outlines of the marks in a box of 24 × 24, shared by the map, the legends and the tables. */
import type { GapCause } from "@firecover/domain";

export const causePath: Readonly<Record<GapCause, string>> = {
  time: "M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19z",
  access: "M12 .8L23.2 12L12 23.2L.8 12z",
  water: "M.8 2.8H23.2L12 22.6z",
  force: "M8.2 1.5h7.6v6.7h6.7v7.6h-6.7v6.7h-7.6v-6.7h-6.7v-7.6h6.7z",
};

/** A ring: something to be measured, not a cause. */
export const unknownPath = "M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19zM12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8z";

export const shieldPath = "M2 1.5h20v12.2c0 4.2-4 6.8-10 9.3c-6-2.5-10-5.1-10-9.3z";
export const flamePath =
  "M12.4 4.5c.4 2.6 3.9 4 3.9 7.9a4.3 4.3 0 0 1-8.6 0c0-1.7.8-2.9 1.6-3.6c.1 1 .5 1.6 1.1 1.9c-.2-2.4.4-4.7 2-6.2z";
