/** While an outline is drawn: how far it is, its area, and every step as a button, a key and a typed list. */
import { Check, Crosshair, Undo2, X } from "lucide-react";
import { useEffect } from "react";
import { useMap } from "../map/map-context.ts";
import { useStore } from "../state/store.ts";
import { Button } from "../ui/button.tsx";
import { CornerList } from "./corner-list.tsx";
import { addCorner, cancelSketch, cursorAt, removeCorner, type Sketch } from "./drawing.ts";
import { type DrawingText, useDrawingText } from "./drawing-text.ts";
import { areaOf, outlineFault } from "./outline.ts";
import { finishOutline } from "./sketch-actions.ts";

export function OutlineCard({ sketch }: { sketch: Sketch }) {
  const { t, language } = useDrawingText();
  const map = useMap();
  const { corners, shape, isTried } = sketch;
  const decimalMark = language === "en" ? "." : ",";
  const finish = () => finishOutline(decimalMark);
  const cancel = () => cancelSketch(t("draw.discarded"));
  const undo = () => corners.length > 0 && removeCorner(corners.length - 1);
  useOutlineKeys({ finish, cancel, undo });
  const fault = outlineFault(corners, shape);
  // A crossing is said at once; that an outline is not finished yet only to who thinks it is.
  const isSaid = fault === "self-crossing" || (isTried && fault !== null);
  return (
    <section className="map-float drawing-card drawing-outline" aria-label={t(`draw.outline.${shape}`)}>
      <h2>{t(`draw.outline.${shape}`)}</h2>
      <p className="caption drawing-hint">{t("draw.hint")}</p>
      <p className="drawing-progress" aria-live="polite">
        <span>{t("draw.corners", { count: corners.length })}</span>
        <LiveArea sketch={sketch} />
      </p>
      {isSaid && (
        <p role="alert" className="drawing-bad">
          {t(`draw.fault.${fault}`)}
        </p>
      )}
      <div className="drawing-buttons">
        <Button look="primary" isCompact onPress={finish}>
          <Check size={15} strokeWidth={2} aria-hidden />
          {t("draw.finish")} <kbd>Enter</kbd>
        </Button>
        <Button isCompact onPress={undo} isDisabled={corners.length === 0}>
          <Undo2 size={15} strokeWidth={1.8} aria-hidden />
          {t("draw.undo")} <kbd>⌫</kbd>
        </Button>
        <Button
          isCompact
          onPress={() => {
            const { lng, lat } = map.getCenter();
            addCorner([lng, lat]);
          }}
        >
          <Crosshair size={15} strokeWidth={1.8} aria-hidden />
          {t("draw.addCentre")}
        </Button>
        <Button isCompact onPress={cancel}>
          <X size={15} strokeWidth={1.8} aria-hidden />
          {t("draw.cancel")} <kbd>Esc</kbd>
        </Button>
      </div>
      <CornerList corners={corners} decimalMark={decimalMark} />
    </section>
  );
}

function LiveArea({ sketch }: { sketch: Sketch }) {
  const text = useDrawingText();
  const cursor = useStore(cursorAt);
  const corners = cursor && sketch.corners.length > 1 ? [...sketch.corners, cursor] : sketch.corners;
  const hasArea = outlineFault(corners, sketch.shape) !== "self-crossing";
  return <b className="drawing-area">{hasArea ? areaWords(areaOf(corners), text) : "–"}</b>;
}

export function areaWords(squareMetres: number, { t, format }: Pick<DrawingText, "t" | "format">): string {
  return squareMetres < 100_000
    ? t("draw.area", { area: format.count(Math.round(squareMetres)) })
    : t("draw.hectares", { area: format.decimal(squareMetres / 10_000, 1) });
}

/** Wherever the focus is, except where the key means something of its own. */
function useOutlineKeys({ finish, cancel, undo }: Record<"finish" | "cancel" | "undo", () => void>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = target?.closest("input, textarea, select") !== null && target !== null;
      const isOwn = target?.closest("button, a, summary") && !target.closest(".corner-handle");
      if (event.key === "Escape" && !isTyping) cancel();
      else if (event.key === "Backspace" && !isTyping) undo();
      else if (event.key === "Enter" && !isTyping && !isOwn) finish();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
}
