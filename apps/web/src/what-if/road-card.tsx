/** A road picked on the map: what it is, and closing, opening or widening it. */
import { useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "./card.tsx";
import { type Changes, setRoad, widenRoad } from "./change-list.ts";
import { NumberField } from "./number-field.tsx";
import type { Selected, WhatIf } from "./what-if-now.ts";

interface Props {
  whatIf: WhatIf;
  changes: Changes;
  road: Extract<Selected, { kind: "picked-road" }>;
}

/** Clear width that QCVN 06:2022/BXD §6.2.1.1 asks of a road for engines. */
const legalWidthMetres = 3.5;

export function RoadCard({ whatIf, changes, road }: Props) {
  const { t, format } = useText();
  const { desk } = whatIf;
  const { roadId, name, access, widthMetres } = road;
  const [width, setWidth] = useState(legalWidthMetres);
  const has = (kind: string) =>
    changes.some((change) => change.kind === kind && "roadId" in change && change.roadId === roadId);
  const isClosed = has("closeRoad");
  const isOpened = has("openRoad");
  const isWidened = has("widenRoad");
  const words = [
    t(`whatIf.roadAccess.${access}`),
    widthMetres === null
      ? t("whatIf.roadWidthUnknown")
      : t("whatIf.roadWidth", { width: format.decimal(widthMetres, 1) }),
  ];
  return (
    <Card whatIf={whatIf} title={name ?? t("whatIf.road", { id: String(roadId) })} lead={words.join(", ")}>
      <div className="what-if-actions">
        <Button
          isCompact
          onPress={() => desk.commit(setRoad(changes, roadId, isClosed ? null : "closeRoad"))}
        >
          {t(isClosed ? "whatIf.reopenRoad" : "whatIf.closeRoad")}
        </Button>
        <Button isCompact onPress={() => desk.commit(setRoad(changes, roadId, isOpened ? null : "openRoad"))}>
          {t(isOpened ? "whatIf.unopenRoad" : "whatIf.openRoad")}
        </Button>
      </div>
      <div className="what-if-assumed">
        <NumberField label={t("whatIf.newWidth")} value={width} min={0.5} max={100} onChange={setWidth} />
        <Button isCompact onPress={() => desk.commit(widenRoad(changes, roadId, isWidened ? null : width))}>
          {t(isWidened ? "whatIf.unwiden" : "whatIf.widen")}
        </Button>
      </div>
    </Card>
  );
}
