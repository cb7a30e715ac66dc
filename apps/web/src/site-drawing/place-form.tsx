/** The card of a sketch whose outline stands: name, price, road, slope and exit of a plot, name and kind of a zone. */
import type { CandidateSite, ExclusionZone } from "@firecover/domain";
import { type FormEvent, useEffect, useRef } from "react";
import { ApiError } from "../api/http.ts";
import { ConflictView } from "../registers/conflict-view.tsx";
import { FormField } from "../registers/form-field.tsx";
import type { Register } from "../registers/register.ts";
import { useRowContext } from "../registers/use-row-context.ts";
import { useSiting } from "../siting/siting-context.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/states.tsx";
import { cancelSketch, type Place, type Sketch, setDrawing, setSketch } from "./drawing.ts";
import { useDrawingText } from "./drawing-text.ts";
import { areaOf, geometryOf } from "./outline.ts";
import { areaWords } from "./outline-card.tsx";
import { exitOfDraft, plotRegisterOf, zoneRegister } from "./place-registers.ts";
import { askExit, openPlot, openZone } from "./sketch-actions.ts";
import { usePlaceForm } from "./use-place-form.ts";
import { useShowBeside } from "./use-show-beside.ts";
import "../registers/record-panel.css";

export function PlotForm({ sketch }: { sketch: Sketch }) {
  const { setSearch } = useSiting();
  const isPhone = useIsPhone();
  return (
    <PlaceForm<CandidateSite>
      sketch={sketch}
      register={plotRegisterOf(sketch)}
      onReload={openPlot}
      onSaved={({ id }) => setSearch({ site: id, ...(isPhone && { view: undefined }) })}
    />
  );
}

export function ZoneForm({ sketch }: { sketch: Sketch }) {
  return (
    <PlaceForm<ExclusionZone>
      sketch={sketch}
      register={zoneRegister}
      onReload={openZone}
      onSaved={({ id }) => setDrawing({ zoneId: id })}
    />
  );
}

interface Props<Row extends Place> {
  sketch: Sketch;
  register: Register<Row>;
  onReload: (stored: { record: Row; etag: string }, decimalMark: "," | ".") => void;
  onSaved: (record: Row) => void;
}

function PlaceForm<Row extends Place>({ sketch, register, onReload, onSaved }: Props<Row>) {
  const text = useDrawingText();
  const { t, language } = text;
  const decimalMark = language === "en" ? "." : ",";
  const context = useRowContext(false);
  const element = useRef<HTMLFormElement>(null);
  const form = usePlaceForm(register, sketch, (record) => {
    const isNew = sketch.stored === null;
    const words = t(isNew ? "registers.record.added" : "registers.record.saved", { name: record.name });
    setDrawing({ sketch: null, notice: { tone: "ok", words } });
    onSaved(record);
  });
  useEffect(() => element.current?.querySelector<HTMLElement>('[name="name"]')?.focus(), []);
  const { shape, stored, draft } = sketch;
  const exit = exitOfDraft(draft);
  const outline = geometryOf(sketch)?.coordinates.flatMap(([outer]) => outer!) ?? [];
  useShowBeside([...outline, ...(shape === "plot" && exit ? [exit] : [])]);
  const title = stored?.record.name ?? t(shape === "plot" ? "draw.newPlot" : "draw.newZone");
  const error = form.save.error;
  const isOtherError =
    error !== null && !(error instanceof ApiError && (error.status === 412 || error.fields.length > 0));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = form.submit();
    if (first) element.current?.querySelector<HTMLElement>(`[name="${first.key}"]`)?.focus();
  };
  const type = (key: string, value: string) => {
    const isExit = key === "longitude" || key === "latitude";
    setSketch({ draft: { ...draft, [key]: value }, ...(isExit && { exit: "moved" }) });
    form.forgive(key);
  };
  const conflict = form.conflict;
  return (
    <section className="map-float drawing-card" aria-label={title}>
      <h2>{title}</h2>
      {conflict ? (
        <ConflictView
          register={register}
          context={context}
          conflict={conflict}
          onTakeTheirs={() => {
            form.dropConflict();
            if (conflict.theirs) onReload(conflict.theirs, decimalMark);
            else setDrawing({ sketch: null });
          }}
          onKeepMine={() => {
            form.dropConflict();
            form.submit(conflict.theirs);
          }}
        />
      ) : (
        <form ref={element} className="drawing-form" noValidate onSubmit={submit}>
          <OutlineLine sketch={sketch} />
          <div className="drawing-fields">
            {register.fields.map((field) => (
              <FormField
                key={field.key}
                field={field}
                value={draft[field.key] ?? ""}
                fault={form.faults.find(({ key }) => key === field.key) ?? null}
                isReadOnly={form.save.isPending}
                onType={(value) => type(field.key, value)}
              />
            ))}
          </div>
          {shape === "plot" && <ExitLine sketch={sketch} decimalMark={decimalMark} />}
          <div className="record-faults" role="alert">
            {form.faults.length > 0 && t("registers.fault.summary", { count: form.faults.length })}
            {isOtherError &&
              (error instanceof ApiError && error.status === 409
                ? t("registers.record.exists")
                : t("registers.record.saveFailed", { reason: error.message }))}
          </div>
          <div className="drawing-buttons">
            <Button
              look="primary"
              type="submit"
              isDisabled={form.save.isPending || (sketch.exit === "asking" && shape === "plot")}
            >
              {form.save.isPending ? <Spinner label={t("draw.saving")} /> : t("draw.save")}
            </Button>
            <Button onPress={() => cancelSketch(t("draw.discarded"))}>{t("draw.cancel")}</Button>
          </div>
        </form>
      )}
    </section>
  );
}

function OutlineLine({ sketch }: { sketch: Sketch }) {
  const text = useDrawingText();
  const { t } = text;
  const { fixed, corners } = sketch;
  if (fixed?.geometry) return <p className="caption">{t("draw.fixedOutline")}</p>;
  return (
    <p className="drawing-progress">
      <span>
        {fixed
          ? t("draw.noOutline")
          : `${areaWords(areaOf(corners), text)} · ${t("draw.corners", { count: corners.length })}`}
      </span>
      <Button look="quiet" isCompact onPress={() => setSketch({ stage: "outline", fixed: null })}>
        {t(fixed ? "draw.drawOutline" : "draw.editOutline")}
      </Button>
    </p>
  );
}

function ExitLine({ sketch, decimalMark }: { sketch: Sketch; decimalMark: "," | "." }) {
  const { t } = useDrawingText();
  const { exit, fixed } = sketch;
  const canAsk = exit !== "beside-road" && exit !== "asking" && !(fixed && !fixed.geometry);
  return (
    <p className="caption">
      {exit === "asking" ? <Spinner label={t("draw.exit.asking")} /> : t(`draw.exit.${exit}`)}{" "}
      {canAsk && (
        <button type="button" className="link-button" onClick={() => void askExit(decimalMark)}>
          {t("draw.exitAgain")}
        </button>
      )}
    </p>
  );
}
