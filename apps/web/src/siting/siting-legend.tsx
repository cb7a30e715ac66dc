/** Legend of the minutes, saying with which stations they are reckoned, and whether they are still being reckoned. */
import { MapLegend } from "../coverage/map-legend.tsx";
import { Spinner } from "../ui/states.tsx";
import { siteNames } from "./measure.ts";
import { onMap, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import type { ChoiceCover } from "./use-choice-cover.ts";

export function SitingLegend({ cover }: { cover: ChoiceCover }) {
  const text = useSitingText();
  const { t } = text;
  const siting = useSiting();
  const shown = onMap(siting);
  const minutes = Math.round(shown?.answer.thresholdMinutes ?? siting.minutes);
  const sites =
    shown?.choice && shown.choice.siteIds.length > 0
      ? siteNames(shown.choice.siteIds, (id) => String(siting.byId.get(id)?.number ?? id), text)
      : null;
  return (
    <>
      <MapLegend
        minutes={minutes}
        hasUnknown={false}
        hasMinutes
        hasShares
        minutesTitle={sites ? t("siting.legend.minutes", { sites }) : t("siting.legend.minutesToday")}
        sharesTitle={sites ? t("siting.legend.shares", { sites }) : t("siting.legend.sharesToday")}
      />
      {cover.isComputing && sites && (
        <span className="siting-road-state caption">
          <Spinner label={t("siting.legend.computing")} />
        </span>
      )}
      {cover.error ? (
        <span className="siting-road-state caption siting-bad" role="alert">
          {t("siting.legend.failed")}{" "}
          <button type="button" className="link-button" onClick={cover.retry}>
            {t("state.retry")}
          </button>
        </span>
      ) : null}
    </>
  );
}
