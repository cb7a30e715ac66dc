/** The map on paper with legend, scale, north, sources and the inset with both archipelagos. */
import type { Explanation } from "@firecover/domain";
import { useMemo } from "react";
import type { Project } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { attributionOf } from "../map/attribution.ts";
import { VietNamInset } from "../map/viet-nam-inset.tsx";
import type { MapImage } from "./draw-map-image.ts";
import { printedMapSize } from "./use-map-image.ts";
import { WhyLegend } from "./why-legend.tsx";
import { whyMap } from "./why-map.ts";
import { PlacedMarks } from "./why-marks.tsx";

interface Props {
  explanation: Explanation;
  project: Project;
  image: MapImage | null;
}

export function PrintedMap({ explanation, project, image }: Props) {
  const text = useText();
  const { t } = text;
  const drawn = useMemo(() => whyMap(explanation, text), [explanation, text]);
  return (
    <figure className="printed-map" style={printedMapSize}>
      {image && (
        <>
          <img src={image.url} width={image.width} height={image.height} alt={t("why.steps")} />
          <PlacedMarks
            marks={drawn.marks}
            callouts={drawn.callouts}
            width={image.width}
            height={image.height}
            footHeight={140}
            spotOf={image.spotOf}
          />
        </>
      )}
      <figcaption>
        <WhyLegend theme="light" />
        <div className="printed-foot">
          {image && <PrintedScale metresPerPixel={image.metresPerPixel} />}
          <span className="caption">{attributionOf(project)}</span>
        </div>
      </figcaption>
      <div className="printed-north">
        <svg width="14" height="20" viewBox="0 0 16 22" aria-hidden="true">
          <path d="M8 0l5 11H3z" fill="#A32018" />
          <path d="M8 22l5-11H3z" fill="#7F858E" />
        </svg>
        {t("why.print.north")}
      </div>
      {project.bounds && <VietNamInset bounds={project.bounds} />}
    </figure>
  );
}

const lengths = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

export function PrintedScale({ metresPerPixel }: { metresPerPixel: number }) {
  const { format } = useText();
  const length = lengths.findLast((metres) => metres / metresPerPixel <= 110) ?? lengths[0]!;
  return (
    <span className="scale-bar">
      <span className="scale-bar-line" style={{ width: length / metresPerPixel }} />
      {format.metres(length)}
    </span>
  );
}
