/** Keeps an element over its place while the map moves, without rendering anything anew. */
import type { LonLat } from "@firecover/domain";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useMap } from "../map/map-context.ts";

interface Props {
  at: LonLat;
  className?: string;
  children: ReactNode;
}

export function Placed({ at: [lon, lat], className, children }: Props) {
  const map = useMap();
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const { x, y } = map.project([lon, lat]);
      element.current!.style.translate = `${x.toFixed(1)}px ${y.toFixed(1)}px`;
    };
    place();
    map.on("move", place);
    map.on("resize", place);
    return () => {
      map.off("move", place);
      map.off("resize", place);
    };
  }, [map, lon, lat]);
  return (
    <div ref={element} className={`what-if-placed ${className ?? ""}`}>
      {children}
    </div>
  );
}
