/** The register's rows on a map: the same filter, every mark opens its record. */
import { useMemo } from "react";
import { useProject } from "../api/project.ts";
import { attributionOf } from "../map/attribution.ts";
import { MapCanvas } from "../map/map-canvas.tsx";
import { plainMapStyle } from "../map/plain-map-style.ts";
import { usePalette, useTheme } from "../theme/use-theme.ts";
import { ErrorState, Skeleton } from "../ui/states.tsx";
import { recordFeatures } from "./record-features.ts";
import { RecordMarks } from "./record-marks.tsx";
import type { Register, RowContext } from "./register.ts";
import { filterKeys } from "./registers-search.ts";
import { TwinLegend } from "./twin-legend.tsx";
import { useFilteredRecords } from "./use-filtered-records.ts";
import type { RegistersAddress } from "./use-registers-address.ts";
import { useCommunes } from "./use-row-context.ts";

interface Props<Row> {
  register: Register<Row>;
  address: RegistersAddress;
  context: RowContext;
  selectedIds: readonly string[];
  place: readonly [number, number] | null;
  isPicking: boolean;
  onPick: (place: readonly [number, number], communeCode: string | null) => void;
}

export function TwinMap<Row>({
  register,
  address,
  context,
  selectedIds,
  place,
  isPicking,
  onPick,
}: Props<Row>) {
  const { search, hasFilter, show } = address;
  const { text, today } = context;
  const { t, format } = text;
  const theme = useTheme();
  const palette = usePalette();
  const communes = useCommunes();
  const { data: project } = useProject();
  const filtered = useFilteredRecords(register, search, true);
  const features = useMemo(
    () => recordFeatures(register, filtered.records, today, text),
    [register, filtered.records, today, text],
  );
  const style = useMemo(() => plainMapStyle(palette, communes), [palette, communes]);
  if (!project || (communes.length === 0 && project.bounds !== null && !style)) return <Skeleton lines={6} />;
  const bounds = project.bounds ?? ([102.1, 8.4, 109.5, 23.4] as const);

  return (
    <div className="twin-map">
      <MapCanvas
        key={`${theme}:${communes.length > 0}`}
        style={style}
        bounds={bounds}
        label={t("registers.map.label")}
        legend={<TwinLegend kinds={register.legend} />}
        attribution={attributionOf(project)}
      >
        <RecordMarks
          features={features}
          ringedIds={selectedIds}
          openId={search.record ?? null}
          place={place}
          fitKey={hasFilter ? filterKeys.map((key) => search[key] ?? "").join("|") : null}
          isPicking={isPicking}
          onOpen={(record) => show({ record })}
          onPick={onPick}
        />
      </MapCanvas>
      {filtered.error ? (
        <div className="map-float twin-map-note">
          <ErrorState what={t("registers.map.failed")} error={filtered.error} onRetry={filtered.retry} />
        </div>
      ) : (
        <p
          className="map-float twin-map-note"
          role="status"
          hidden={!isPicking && !filtered.progress && filtered.records.length >= filtered.total}
        >
          {isPicking
            ? t("registers.record.picking")
            : filtered.progress
              ? t("registers.map.loading", {
                  done: format.count(filtered.progress.done),
                  total: format.count(filtered.progress.total),
                })
              : t("registers.map.limit", {
                  shown: format.count(filtered.records.length),
                  total: format.count(filtered.total),
                })}
        </p>
      )}
    </div>
  );
}
