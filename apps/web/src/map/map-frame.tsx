/** What no map goes without: legend, scale, sources, and the inset with both archipelagos. */
import type { ReactNode } from "react";
import { ScaleBar } from "./scale-bar.tsx";
import { VietNamInset } from "./viet-nam-inset.tsx";

interface Props {
  legend?: ReactNode;
  attribution: string;
  bounds: readonly [number, number, number, number];
}

export function MapFrame({ legend, attribution, bounds }: Props) {
  return (
    <>
      <div className="map-float map-legend">
        {legend}
        <div className="map-legend-foot">
          <ScaleBar />
          <span className="caption">{attribution}</span>
        </div>
      </div>
      <VietNamInset bounds={bounds} />
    </>
  );
}
