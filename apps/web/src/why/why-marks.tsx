/** Marks and numbered callouts of an explanation, kept over their places while the map moves. */
import type { LonLat } from "@firecover/domain";
import { useEffect, useState } from "react";
import { useMap } from "../map/map-context.ts";
import { layoutCallouts, type Spot } from "./layout-callouts.ts";
import { MarkSymbol } from "./mark-symbol.tsx";
import type { Callout, WhyMark } from "./why-map.ts";
import "./why-marks.css";

const calloutSize = { width: 212, height: 46 };
/** Zoom and north stand at the right edge. */
const controlsWidth = 56;
/** Narrower maps carry only the numbers: the words stand in the list. */
const leastWidth = 620;

interface Props {
  marks: readonly WhyMark[];
  callouts: readonly Callout[];
}

export function WhyMarks(props: Props) {
  const map = useMap();
  const [, setMoved] = useState(0);
  useEffect(() => {
    const move = () => setMoved((count) => count + 1);
    map.on("move", move);
    map.on("resize", move);
    return () => {
      map.off("move", move);
      map.off("resize", move);
    };
  }, [map]);

  const { clientWidth: width, clientHeight: height } = map.getContainer();
  return (
    <PlacedMarks
      {...props}
      width={width}
      height={height}
      footHeight={160}
      spotOf={([lon, lat]) => map.project([lon, lat])}
    />
  );
}

interface PlacedProps extends Props {
  width: number;
  height: number;
  /** Height of legend and inset, which callouts keep clear of. */
  footHeight: number;
  spotOf: (lonLat: LonLat) => Spot;
}

/** The same over a picture of the map, as on paper. */
export function PlacedMarks({ marks, callouts, width, height, footHeight, spotOf }: PlacedProps) {
  const spots = callouts.map(({ at }) => spotOf(at));
  const isWide = width >= leastWidth;
  const boxes = isWide
    ? layoutCallouts(spots, calloutSize, { width: width - controlsWidth, height: height - footHeight })
    : [];

  return (
    <div className="why-marks" aria-hidden="true">
      {isWide && (
        <svg aria-hidden="true" className="callout-lines" width={width} height={height}>
          {boxes.map(({ left, top }, i) => {
            const { x, y } = spots[i]!;
            const isLeft = left + calloutSize.width / 2 < x;
            return (
              <line
                key={callouts[i]!.number}
                data-tone={callouts[i]!.tone}
                x1={x}
                y1={y}
                x2={isLeft ? left + calloutSize.width : left}
                y2={top + calloutSize.height / 2}
              />
            );
          })}
        </svg>
      )}
      {marks.map(({ kind, at }) => {
        const { x, y } = spotOf(at);
        return (
          <span key={kind} className="why-mark" data-kind={kind} style={{ translate: `${x}px ${y}px` }}>
            <MarkSymbol kind={kind} />
          </span>
        );
      })}
      {callouts.map(({ number, tone, title, detail }, i) =>
        isWide ? (
          <div
            key={number}
            className="callout"
            data-tone={tone}
            style={{ translate: `${boxes[i]!.left}px ${boxes[i]!.top}px`, ...calloutSize }}
          >
            <span className="callout-number">{number}</span>
            <span className="callout-words">
              <b>{title}</b>
              <span>{detail}</span>
            </span>
          </div>
        ) : (
          <span
            key={number}
            className="callout-number callout-alone"
            data-tone={tone}
            style={{ translate: `${spots[i]!.x + 8}px ${spots[i]!.y - 30}px` }}
          >
            {number}
          </span>
        ),
      )}
    </div>
  );
}
