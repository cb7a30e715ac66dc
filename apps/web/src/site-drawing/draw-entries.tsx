/** In the list of candidates: the ways to draw a plot or a zone, and the zones that there are. */
import { useSiting } from "../siting/siting-context.ts";
import { useStorePart } from "../state/store.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Button } from "../ui/button.tsx";
import { type Shape, setDrawing, siteDrawing, startSketch } from "./drawing.ts";
import { DrawingNotice } from "./drawing-notice.tsx";
import { useDrawingText } from "./drawing-text.ts";
import { useZones } from "./use-zones.ts";
import { ZoneSwatch } from "./zone-swatch.tsx";
import "./site-drawing.css";

export function DrawEntries() {
  const { t } = useDrawingText();
  const { setSearch } = useSiting();
  const isPhone = useIsPhone();
  const shape = useStorePart(siteDrawing, ({ sketch }) => sketch?.shape ?? null);
  const toMap = () => isPhone && setSearch({ view: "map" });
  const draw = (next: Shape) => {
    startSketch(next);
    toMap();
  };
  return (
    <div className="draw-entries">
      <div className="drawing-buttons">
        {(["plot", "zone"] as const).map((one) => (
          <Button
            key={one}
            isCompact
            isDisabled={shape !== null && (shape !== one || !isPhone)}
            onPress={() => draw(one)}
          >
            {t(shape === one && isPhone ? "draw.resume" : `draw.${one}`)}
          </Button>
        ))}
      </div>
      {isPhone && <DrawingNotice className="" />}
      <ZoneList onOpen={toMap} />
    </div>
  );
}

function ZoneList({ onOpen }: { onOpen: () => void }) {
  const { t } = useDrawingText();
  const { zones, error } = useZones();
  if (error) return <p className="drawing-bad">{t("draw.zonesFailed")}</p>;
  if (zones.length === 0) return <p className="caption">{t("draw.zones.none")}</p>;
  return (
    <details>
      <summary>{t("draw.zones", { count: zones.length })}</summary>
      <ul className="zone-list">
        {zones.map(({ id, name, kind }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                setDrawing({ zoneId: id });
                onOpen();
              }}
            >
              <ZoneSwatch kind={kind} />
              <span className="visually-hidden">{t(`draw.zone.${kind}`)}: </span>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
