/** "Dời vị trí 7 đi 320 m: −0,7 điểm %, −5.460 người": the loss against the proven choice, as it is dragged. */
import type { Indicators, LonLat } from "@firecover/domain";
import { Difference } from "../coverage/difference.tsx";
import { useMap } from "../map/map-context.ts";
import { Spinner } from "../ui/states.tsx";
import { metresBetween } from "../what-if/places-after.ts";
import type { Candidate } from "./candidates.ts";
import { type DragLoss, dragLoss } from "./drag-loss.ts";
import { minutesText } from "./measure.ts";
import { onMap, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import type { SiteTrial } from "./use-site-trial.ts";

interface Props {
  candidate: Candidate;
  at: LonLat;
  trial: SiteTrial;
  isHeld: boolean;
  onBack: () => void;
}

const width = 232;
const edge = 8;
const apart = 30;
const likelyHeight = 150;

export function SiteDragTip({ candidate, at, trial, isHeld, onBack }: Props) {
  const { t, format } = useSitingText();
  const map = useMap();
  const { x, y } = map.project([at[0], at[1]]);
  const left = Math.max(edge, Math.min(x - width / 2, map.getContainer().clientWidth - width - edge));
  const isBelow = y < likelyHeight + apart + edge;
  const place = { left, top: isBelow ? y + apart : y - apart, translate: isBelow ? undefined : "0 -100%" };
  const { proven, tried, error } = trial;
  const isOff = tried?.offNetwork.includes(`site-${candidate.site.id}`);
  return (
    <div className="what-if-tip site-drag-tip" style={{ ...place, width }} role="status">
      <p className="caption">
        {t("siting.drag.moved", {
          number: candidate.number,
          distance: format.metres(Math.round(metresBetween(candidate.site.location, at))),
        })}
      </p>
      {error ? (
        <p className="siting-bad">{t("siting.drag.failed")}</p>
      ) : proven && tried ? (
        <Loss before={proven.total} after={tried.total} />
      ) : (
        <Spinner label={t("whatIf.loading.network")} />
      )}
      {isOff && <p className="siting-bad">{t("whatIf.offNetwork")}</p>}
      {isHeld ? (
        <p className="caption">{t("siting.drag.release")}</p>
      ) : (
        <button type="button" className="link-button" onClick={onBack}>
          {t("siting.drag.back")}
        </button>
      )}
    </div>
  );
}

function Loss({ before, after }: { before: Indicators; after: Indicators }) {
  const text = useSitingText();
  const { t } = text;
  const siting = useSiting();
  const shown = onMap(siting);
  const { aim, ...question } = shown?.run.question ?? siting.question;
  const loss = dragLoss({ aim, ...question }, before, after);
  const minutes = minutesText(shown?.answer.thresholdMinutes ?? siting.minutes, text);
  return (
    <>
      <p className="site-drag-loss">
        <LossFigures loss={loss} />
      </p>
      {!loss.isOfAim && (
        <p className="caption">
          {t("siting.drag.otherMeasure", {
            measure: t(`siting.drag.measure.${loss.measure}`, { minutes }),
            aim: t(`siting.aimWords.${aim}`),
          })}
        </p>
      )}
    </>
  );
}

function LossFigures({ loss: { measure, points, change } }: { loss: DragLoss }) {
  const { t, format } = useSitingText();
  if (measure === "seconds90")
    return Math.round(change) === 0 ? (
      t("siting.drag.sameTime")
    ) : (
      <Difference
        value={change}
        text={(value) => t("siting.minutes", { minutes: format.minutesSeconds(value) })}
        isLessBetter
      />
    );
  if (Math.round(change) === 0) return t("siting.drag.same");
  return (
    <>
      <Difference
        value={points}
        text={(value) => t("whatIf.points", { points: format.decimal(value, Math.abs(points) < 1 ? 2 : 1) })}
      />{" "}
      <Difference
        value={change}
        text={(value) =>
          t("siting.worth.weight", { count: format.count(value), what: t(`siting.unit.${measure}`) })
        }
      />
    </>
  );
}
