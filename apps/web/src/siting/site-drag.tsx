/** Chosen sites as handles on the map: dragged or moved by keys, with what is lost against the proven choice. */
import type { LonLat } from "@firecover/domain";
import { useState } from "react";
import { Placed } from "../what-if/placed.tsx";
import { useDragging } from "../what-if/use-dragging.ts";
import type { Candidate } from "./candidates.ts";
import { SiteDragLines } from "./site-drag-lines.tsx";
import { SiteDragTip } from "./site-drag-tip.tsx";
import { hexagonPath } from "./site-layers.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { type SiteTrial, useSiteTrial } from "./use-site-trial.ts";
import "../what-if/handles.css";
import "./site-drag.css";

export default function SiteDrag({ shown }: { shown: ShownAnswer }) {
  const { byId } = useSiting();
  const trial = useSiteTrial(shown);
  const [held, setHeld] = useState<string | null>(null);
  const sites = (shown.choice?.siteIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const tipOf = byId.get(held ?? [...trial.moved.keys()].at(-1) ?? "");
  const at = tipOf && trial.moved.get(tipOf.site.id);
  return (
    <>
      <SiteDragLines sites={sites} moved={trial.moved} />
      <div className="what-if-marks">
        {sites.map((candidate) => (
          <SiteHandle key={candidate.site.id} candidate={candidate} trial={trial} onHeld={setHeld} />
        ))}
        {tipOf && at && (
          <SiteDragTip
            candidate={tipOf}
            at={at}
            trial={trial}
            isHeld={held !== null}
            onBack={() => trial.move(tipOf.site.id, null)}
          />
        )}
      </div>
    </>
  );
}

interface HandleProps {
  candidate: Candidate;
  trial: SiteTrial;
  onHeld: (siteId: string | null) => void;
}

function SiteHandle({ candidate, trial, onHeld }: HandleProps) {
  const { t } = useSitingText();
  const { search, setSearch } = useSiting();
  const { site, number } = candidate;
  const moved = trial.moved.get(site.id);
  const at = moved ?? site.location;
  const hold = (to: LonLat) => {
    trial.prepare();
    onHeld(site.id);
    trial.move(site.id, to);
  };
  const dragging = useDragging({
    at,
    isLocked: false,
    onMove: hold,
    onDrop: (to) => {
      trial.move(site.id, to);
      onHeld(null);
    },
    onCancel: () => {
      trial.move(site.id, null);
      onHeld(null);
    },
  });
  return (
    <Placed at={at}>
      <button
        type="button"
        className="what-if-handle site-handle"
        aria-label={t("siting.drag.handle", { number, name: site.name })}
        aria-pressed={search.site === site.id}
        onClick={() => !moved && setSearch({ site: search.site === site.id ? undefined : site.id })}
        {...dragging}
      >
        {moved && (
          <svg width="36" height="36" viewBox="0 0 24 24" aria-hidden="true">
            <path d={hexagonPath} className="site-handle-shape" />
            <text x="12" y="16" textAnchor="middle">
              {number}
            </text>
          </svg>
        )}
      </button>
    </Placed>
  );
}
