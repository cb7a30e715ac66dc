/** On the siting map: zones, the sketch under way, and the card of whichever is open. */
import { SiteWords } from "../registers/site-words.tsx";
import { useStore } from "../state/store.ts";
import { siteDrawing } from "./drawing.ts";
import { DrawingNotice } from "./drawing-notice.tsx";
import { OutlineCard } from "./outline-card.tsx";
import { PlotForm, ZoneForm } from "./place-form.tsx";
import { SketchOverlay } from "./sketch-overlay.tsx";
import { useZones } from "./use-zones.ts";
import { ZoneCard } from "./zone-card.tsx";
import { ZoneOverlay } from "./zone-overlay.tsx";
import "./site-drawing.css";

export function MapDrawing() {
  const { sketch, zoneId } = useStore(siteDrawing);
  const { zones } = useZones();
  const zone = zones.find(({ id }) => id === zoneId);
  return (
    <SiteWords>
      <ZoneOverlay zones={zones} />
      {sketch && <SketchOverlay sketch={sketch} />}
      {sketch?.stage === "outline" ? (
        <OutlineCard sketch={sketch} />
      ) : sketch ? (
        sketch.shape === "plot" ? (
          <PlotForm sketch={sketch} />
        ) : (
          <ZoneForm sketch={sketch} />
        )
      ) : (
        zone && <ZoneCard key={zone.id} zone={zone} />
      )}
      <DrawingNotice className="map-float" />
    </SiteWords>
  );
}
