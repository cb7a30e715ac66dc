/** What was picked on the map or in the list, with everything that can be done to it. */
import { useText } from "../i18n/use-text.ts";
import { useStore, useStorePart } from "../state/store.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { Card } from "./card.tsx";
import {
  type Changes,
  closeStation,
  editPlanned,
  moveBack,
  moveStation,
  moveWaterSource,
  removeChange,
  reopenStation,
} from "./change-list.ts";
import { CoordinateFields } from "./coordinate-fields.tsx";
import { NumberField } from "./number-field.tsx";
import {
  addedWater,
  metresBetween,
  type StationPlace,
  stationPlaces,
  type WaterPlace,
} from "./places-after.ts";
import type { BaselineSketch } from "./protocol.ts";
import { RoadCard } from "./road-card.tsx";
import { useChanges } from "./use-open-what-if.ts";
import type { WhatIf } from "./what-if-now.ts";

export function SelectedCard({ whatIf }: { whatIf: WhatIf }) {
  const { selected } = useStore(whatIf.bench);
  const load = useStorePart(whatIf.province.state, (state) => state.load);
  const changes = useChanges(whatIf);
  if (!selected || load.state !== "ready") return null;
  const props = { whatIf, changes, baseline: load.baseline };
  if (selected.kind === "picked-road") return <RoadCard {...props} road={selected} />;
  if (selected.kind === "water") {
    const place = addedWater(changes).find(({ id }) => id === selected.id);
    return place ? <WaterCard {...props} place={place} /> : null;
  }
  const place = stationPlaces(load.baseline.stations, changes).find(({ id }) => id === selected.id);
  return place ? <StationCard {...props} place={place} /> : null;
}

interface Props {
  whatIf: WhatIf;
  changes: Changes;
  baseline: BaselineSketch;
}

function StationCard({ whatIf, changes, baseline, place }: Props & { place: StationPlace }) {
  const { t, format } = useText();
  const { desk } = whatIf;
  const { id, name, at, home, status } = place;
  const opened = changes.find((change) => change.kind === "openStation" && change.station.id === id);
  const offNetwork = useStorePart(whatIf.province.state, ({ live }) => live?.offNetwork);
  const lead =
    status === "moved" && home
      ? t("whatIf.status.moved", { distance: format.metres(Math.round(metresBetween(home, at))) })
      : status === "same"
        ? null
        : t(`whatIf.status.${status as "new" | "closed"}`);
  return (
    <Card whatIf={whatIf} title={name} lead={lead}>
      {offNetwork?.includes(id) && status !== "closed" && (
        <p className="what-if-bad" role="alert">
          {t("whatIf.offNetwork")}
        </p>
      )}
      {opened?.kind === "openStation" && (
        <div className="what-if-assumed">
          <NumberField
            label={t("whatIf.engines")}
            value={opened.station.vehicles[0]?.count ?? 0}
            min={1}
            max={20}
            onChange={(engines) =>
              desk.commit(editPlanned(changes, opened.id, { engines: Math.round(engines) }))
            }
          />
          <Chip tone="assumption">{t("whatIf.assumption")}</Chip>
        </div>
      )}
      {status !== "closed" && (
        <CoordinateFields
          at={at}
          onPlace={(to) => desk.commit(moveStation(changes, id, to, baseline.stations))}
        />
      )}
      <div className="what-if-actions">
        {status === "moved" && (
          <Button isCompact onPress={() => desk.commit(moveBack(changes, id))}>
            {t("whatIf.moveBack")}
          </Button>
        )}
        {status === "closed" ? (
          <Button isCompact onPress={() => desk.commit(reopenStation(changes, id))}>
            {t("whatIf.reopenStation")}
          </Button>
        ) : (
          <Button isCompact onPress={() => desk.commit(closeStation(changes, id))}>
            {t(status === "new" ? "whatIf.removeNew" : "whatIf.closeStation")}
          </Button>
        )}
      </div>
    </Card>
  );
}

function WaterCard({ whatIf, changes, place }: Props & { place: WaterPlace }) {
  const { t } = useText();
  const { desk } = whatIf;
  const added = changes.find(
    (change) => change.kind === "addWaterSource" && change.waterSource.id === place.id,
  );
  if (added?.kind !== "addWaterSource") return null;
  return (
    <Card whatIf={whatIf} title={place.name} lead={t("whatIf.status.new")}>
      <div className="what-if-assumed">
        <NumberField
          label={t("whatIf.flow")}
          value={added.waterSource.flowLps}
          min={0}
          max={500}
          onChange={(flowLps) => desk.commit(editPlanned(changes, added.id, { flowLps }))}
        />
        <Chip tone="assumption">{t("whatIf.assumption")}</Chip>
      </div>
      <CoordinateFields at={place.at} onPlace={(to) => desk.commit(moveWaterSource(changes, place.id, to))} />
      <div className="what-if-actions">
        <Button isCompact onPress={() => desk.commit(removeChange(changes, added.id))}>
          {t("whatIf.removeNew")}
        </Button>
      </div>
    </Card>
  );
}
