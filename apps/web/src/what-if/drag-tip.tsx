/** The word beside what is dragged: how far it went, and what that does to the numbers. Never over the map's edge. */
import type { LonLat } from "@firecover/domain";
import { ChangeOfPeople } from "../coverage/change-of-people.tsx";
import type { CoverageNumbers } from "../coverage/use-numbers.ts";
import { useText } from "../i18n/use-text.ts";
import { useMap } from "../map/map-context.ts";
import { metresBetween } from "./places-after.ts";

interface Props {
  name: string;
  at: LonLat;
  home: LonLat | null;
  isOffNetwork: boolean;
  numbers: CoverageNumbers;
  before: CoverageNumbers | null;
}

const width = 230;
const edge = 8;
/** Half of what is dragged, and a gap. */
const apart = 30;
/** Three lines and, for long names, four. */
const likelyHeight = 96;

export function DragTip({ name, at, home, isOffNetwork, numbers, before }: Props) {
  const { t, format } = useText();
  const map = useMap();
  const { x, y } = map.project(at);
  const left = Math.max(edge, Math.min(x - width / 2, map.getContainer().clientWidth - width - edge));
  const isBelow = y < likelyHeight + apart + edge;
  const place = { left, top: isBelow ? y + apart : y - apart, translate: isBelow ? undefined : "0 -100%" };
  return (
    <div className="what-if-tip" style={{ ...place, width }} aria-hidden="true">
      <p className="caption">
        {home
          ? t("whatIf.moving", { name, distance: format.metres(Math.round(metresBetween(home, at))) })
          : t("whatIf.placing", { name })}
      </p>
      {before && <ChangeOfPeople before={before.shown} after={numbers.shown} />}
      {isOffNetwork ? (
        <p className="what-if-bad">{t("whatIf.offNetwork")}</p>
      ) : (
        <p className="caption">{t("whatIf.release")}</p>
      )}
    </div>
  );
}
