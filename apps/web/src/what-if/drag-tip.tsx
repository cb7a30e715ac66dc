/** The word beside what is dragged: how far it went, and what that does to the numbers. */
import type { LonLat } from "@firecover/domain";
import { ChangeOfPeople } from "../coverage/change-of-people.tsx";
import type { CoverageNumbers } from "../coverage/use-numbers.ts";
import { useText } from "../i18n/use-text.ts";
import { Placed } from "./placed.tsx";
import { metresBetween } from "./places-after.ts";

interface Props {
  name: string;
  at: LonLat;
  home: LonLat | null;
  numbers: CoverageNumbers;
  before: CoverageNumbers | null;
}

export function DragTip({ name, at, home, numbers, before }: Props) {
  const { t, format } = useText();
  return (
    <Placed at={at} className="what-if-tip-place">
      <div className="what-if-tip" aria-hidden="true">
        <p className="caption">
          {home
            ? t("whatIf.moving", { name, distance: format.metres(Math.round(metresBetween(home, at))) })
            : t("whatIf.placing", { name })}
        </p>
        {before && <ChangeOfPeople before={before.shown} after={numbers.shown} />}
        <p className="caption">{t("whatIf.release")}</p>
      </div>
    </Placed>
  );
}
