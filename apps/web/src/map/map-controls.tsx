/** Zoom in, zoom out, back to north. */
import { Minus, Plus } from "lucide-react";
import { memo, type ReactNode, useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { useMap } from "./map-context.ts";

export const MapControls = memo(function MapControls({ children }: { children?: ReactNode }) {
  const { t } = useText();
  const map = useMap();
  const [bearing, setBearing] = useState(map.getBearing());
  useEffect(() => {
    const follow = () => setBearing(map.getBearing());
    map.on("rotate", follow);
    return () => void map.off("rotate", follow);
  }, [map]);
  return (
    <div className="map-controls">
      <div className="map-float map-zoom">
        <IconButton label={t("map.zoomIn")} onPress={() => map.zoomIn()}>
          <Plus size={18} strokeWidth={1.7} />
        </IconButton>
        <IconButton label={t("map.zoomOut")} onPress={() => map.zoomOut()}>
          <Minus size={18} strokeWidth={1.7} />
        </IconButton>
      </div>
      <div className="map-float">
        <IconButton className="map-north" label={t("map.north")} onPress={() => map.resetNorth()}>
          <svg
            width="16"
            height="22"
            viewBox="0 0 16 22"
            style={{ rotate: `${-bearing}deg` }}
            aria-hidden="true"
          >
            <path d="M8 0l5 11H3z" fill="var(--bad)" />
            <path d="M8 22l5-11H3z" fill="var(--unknown)" />
          </svg>
          <span>{t("map.northLetter")}</span>
        </IconButton>
      </div>
      {children}
    </div>
  );
});
