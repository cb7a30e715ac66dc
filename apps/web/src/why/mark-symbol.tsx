/** Places of an explanation on the map: where it is asked for, station, stop, end of the hose, source. */
import { StationMark } from "../ui/station-mark.tsx";
import type { MarkKind } from "./why-map.ts";

export function MarkSymbol({ kind }: { kind: MarkKind }) {
  switch (kind) {
    case "station":
      return <StationMark size={28} />;
    case "place":
      return (
        <svg aria-hidden="true" className="mark-place" width="28" height="36" viewBox="0 0 28 36">
          <path
            d="M14 35C14 35 27 21.5 27 13.5A13 13 0 1 0 1 13.5C1 21.5 14 35 14 35z"
            fill="#17293F"
            stroke="#FFFFFF"
            strokeWidth="1.6"
          />
          <path d="M14 6.5l7 6v7h-4.8v-4.6h-4.4v4.6H7v-7z" fill="#FFFFFF" />
        </svg>
      );
    case "stop":
      return (
        <svg aria-hidden="true" width="22" height="22" viewBox="0 0 22 22">
          <circle cx="11" cy="11" r="9" fill="#FFFFFF" stroke="#A32018" strokeWidth="3" />
          <path d="M7.5 7.5h7v7h-7z" fill="#A32018" />
        </svg>
      );
    case "reach-end":
      return (
        <svg aria-hidden="true" width="18" height="18" viewBox="0 0 18 18">
          <path d="M3 3l12 12M15 3L3 15" stroke="#FFFFFF" strokeWidth="6" strokeLinecap="round" />
          <path d="M3 3l12 12M15 3L3 15" stroke="#A32018" strokeWidth="3" strokeLinecap="round" />
        </svg>
      );
    case "source":
      return (
        <svg aria-hidden="true" width="22" height="22" viewBox="0 0 22 22">
          <circle cx="11" cy="11" r="9.5" fill="#0B5CB8" stroke="#FFFFFF" strokeWidth="2" />
          <text x="11" y="15" textAnchor="middle" fontSize="11" fontWeight="700" fill="#FFFFFF">
            N
          </text>
        </svg>
      );
  }
}
