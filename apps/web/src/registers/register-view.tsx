/** One register: filters above, rows at the left, map and open record at the right. */
import { useState } from "react";
import type { Selection } from "react-aria-components";
import { useMedia } from "../theme/use-media.ts";
import { Segmented } from "../ui/segmented.tsx";
import { CsvDownload } from "./csv-download.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import type { PickedPlace } from "./picked-place.ts";
import { RecordPanel } from "./record-panel.tsx";
import type { Register } from "./register.ts";
import { RegisterHead } from "./register-head.tsx";
import { RegisterRows } from "./register-rows.tsx";
import { ShownCount } from "./shown-count.tsx";
import { TwinMap } from "./twin-map.tsx";
import { useRecordWrites } from "./use-record-writes.ts";
import { useRegisterList } from "./use-register-list.ts";
import type { RegistersAddress } from "./use-registers-address.ts";
import { useRowContext } from "./use-row-context.ts";

export function RegisterView<Row>({
  register,
  address,
}: {
  register: Register<Row>;
  address: RegistersAddress;
}) {
  const { search, show } = address;
  const hasRoomForMap = useMedia("(min-width: 1200px)");
  const context = useRowContext(register.name === "premises");
  const list = useRegisterList(register, search);
  const writes = useRecordWrites(register);
  const [selected, setSelected] = useState<Selection>(new Set());
  const [picked, setPicked] = useState<PickedPlace | null>(null);
  const [isPicking, setIsPicking] = useState(search.record === "new");
  const { t } = context.text;
  const shownView = search.view ?? "table";
  const isMapShown = hasRoomForMap || shownView === "map";
  const selectedIds =
    selected === "all"
      ? (list.data?.items ?? []).map(register.idOf)
      : [...selected].map((key) => String(key));

  return (
    <>
      <RegisterHead
        chosen={register.name}
        address={address}
        download={<CsvDownload register={register} search={search} context={context} />}
      />
      <div className="register-filters">
        <FilterBar register={register} address={address} />
        <ShownCount register={register} address={address} total={list.data?.total} />
        {!hasRoomForMap && (
          <Segmented
            label={t("registers.view")}
            value={shownView}
            choices={[
              { value: "table", label: t("registers.view.table") },
              { value: "map", label: t("registers.view.map") },
            ]}
            onChange={(view) => show({ view: view === "table" ? undefined : view })}
          />
        )}
      </div>
      <div
        className="register-body"
        data-has-map={isMapShown || undefined}
        data-view={hasRoomForMap ? "both" : shownView}
      >
        {(hasRoomForMap || shownView === "table") && (
          <RegisterRows
            register={register}
            address={address}
            context={context}
            list={list}
            selected={selected}
            onSelect={setSelected}
            onDelete={async () => {
              await writes.remove(selectedIds.map((id) => ({ id })));
              setSelected(new Set());
            }}
            selectedIds={selectedIds}
          />
        )}
        {(isMapShown || search.record !== undefined) && (
          <aside className="register-side" data-has-record={search.record !== undefined || undefined}>
            {isMapShown && (
              <TwinMap
                register={register}
                address={address}
                context={context}
                selectedIds={selectedIds}
                place={picked?.lonLat ?? null}
                isPicking={isPicking || search.record === "new"}
                onPick={(lonLat, communeCode) => {
                  setPicked({ lonLat, communeCode });
                  setIsPicking(false);
                }}
              />
            )}
            {search.record !== undefined && (
              <RecordPanel
                key={search.record}
                register={register}
                id={search.record}
                context={context}
                picked={picked}
                {...(isMapShown && { onStartPicking: () => setIsPicking(true) })}
                onClose={() => {
                  setPicked(null);
                  setIsPicking(false);
                  show({ record: undefined });
                }}
                onNotice={writes.setNotice}
                onDelete={writes.remove}
              />
            )}
          </aside>
        )}
      </div>
      <NoticeBar notice={writes.notice} onClose={() => writes.setNotice(null)} />
    </>
  );
}
