/** From an outline to a form, from a record to a sketch: the steps that need more than the sketch itself. */
import type { CandidateSite, ExclusionZone } from "@firecover/domain";
import { ringCentroid } from "@firecover/interchange/outlines";
import type { Versioned } from "../api/records.ts";
import { findPlotExit } from "../api/siting.ts";
import { draftOf } from "../registers/draft.ts";
import { setDrawing, setSketch, siteDrawing } from "./drawing.ts";
import { cornersOf, geometryOf, outlineFault } from "./outline.ts";
import { draftOfExit, plotRegisterOf, zoneRegister } from "./place-registers.ts";

type Mark = "," | ".";

/** Goes on to the form, or has the fault said. */
export function finishOutline(decimalMark: Mark): void {
  const { sketch } = siteDrawing.get();
  if (!sketch) return;
  if (outlineFault(sketch.corners, sketch.shape) !== null) {
    setSketch({ isTried: true });
    return;
  }
  setSketch({ stage: "form", isTried: false });
  // An exit that somebody chose stays where it is.
  if (sketch.shape === "plot" && sketch.exit !== "moved" && sketch.exit !== "stored")
    void askExit(decimalMark);
}

export async function askExit(decimalMark: Mark): Promise<void> {
  const { sketch } = siteDrawing.get();
  const geometry = sketch && geometryOf(sketch);
  if (!geometry) return;
  setSketch({ exit: "asking" });
  const found = await findPlotExit(geometry).then(
    (location) => ({ location, origin: location ? ("beside-road" as const) : ("middle" as const) }),
    () => ({ location: null, origin: "unasked" as const }),
  );
  const now = siteDrawing.get().sketch;
  if (now?.corners !== sketch.corners || now.exit !== "asking") return;
  const exit = found.location ?? ringCentroid(geometry.coordinates[0]![0]!);
  setSketch({ exit: found.origin, draft: { ...now.draft, ...draftOfExit(exit, decimalMark) } });
}

export function openPlot(stored: Versioned<CandidateSite>, decimalMark: Mark): void {
  const { geometry } = stored.record;
  const corners = cornersOf(geometry);
  const fixed = corners ? null : { geometry };
  const draft = draftOf(plotRegisterOf({ fixed }).fields, stored.record, decimalMark);
  setDrawing({
    sketch: {
      shape: "plot",
      stage: "form",
      corners: corners ?? [],
      fixed,
      isOutlineChanged: false,
      isTried: false,
      exit: "stored",
      draft,
      stored,
    },
  });
}

export function openZone(stored: Versioned<ExclusionZone>, decimalMark: Mark): void {
  const { geometry } = stored.record;
  const corners = cornersOf(geometry);
  setDrawing({
    zoneId: null,
    sketch: {
      shape: "zone",
      stage: "form",
      corners: corners ?? [],
      fixed: corners ? null : { geometry },
      isOutlineChanged: false,
      isTried: false,
      exit: "stored",
      draft: draftOf(zoneRegister.fields, stored.record, decimalMark),
      stored,
    },
  });
}
