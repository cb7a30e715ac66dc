/** A bar of a round length, at the latitude of the map's middle. */
import { useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { useMap } from "./map-context.ts";

const longestPixels = 110;

/** The largest 1, 2 or 5 × 10ⁿ that is not above `metres`. */
function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return ([5, 2, 1].find((step) => step * power <= metres) ?? 1) * power;
}

export function ScaleBar() {
  const { format } = useText();
  const map = useMap();
  const [metresPerPixel, setMetresPerPixel] = useState(1);
  useEffect(() => {
    const measure = () => {
      const { y } = map.project(map.getCenter());
      const middle = map.getContainer().clientWidth / 2;
      const from = map.unproject([middle - 50, y]);
      setMetresPerPixel(from.distanceTo(map.unproject([middle + 50, y])) / 100);
    };
    measure();
    map.on("move", measure);
    map.on("resize", measure);
    return () => {
      map.off("move", measure);
      map.off("resize", measure);
    };
  }, [map]);
  const length = roundLength(longestPixels * metresPerPixel);
  return (
    <span className="scale-bar">
      <span className="scale-bar-line" style={{ width: length / metresPerPixel }} />
      {format.metres(length)}
    </span>
  );
}
