/** What the siting screen shows of drawing, in one file that is loaded when the first part of it is shown. */
import { lazy } from "react";

const parts = () => import("./parts.ts");

export const MapDrawing = lazy(async () => ({ default: (await parts()).MapDrawing }));
export const ZoneKey = lazy(async () => ({ default: (await parts()).ZoneKey }));
export const DrawEntries = lazy(async () => ({ default: (await parts()).DrawEntries }));
export const PlotActions = lazy(async () => ({ default: (await parts()).PlotActions }));
