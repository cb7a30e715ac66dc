/** The form of one record, its faults named by field, and the choice between two versions when someone else saved. */
import { Link } from "@tanstack/react-router";
import { MapPin, Trash2 } from "lucide-react";
import { type FormEvent, useEffect, useRef } from "react";
import { ApiError } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/states.tsx";
import { ConflictView } from "./conflict-view.tsx";
import type { Values } from "./draft.ts";
import { FormField } from "./form-field.tsx";
import { draftOfPlace, type PickedPlace } from "./picked-place.ts";
import type { Register, RowContext } from "./register.ts";
import { useRecordForm } from "./use-record-form.ts";
import type { Notice } from "./use-record-writes.ts";

interface Props<Row> {
  register: Register<Row>;
  context: RowContext;
  start: Values;
  /** Null for a record to be added. */
  etag: string | null;
  picked: PickedPlace | null;
  onStartPicking?: () => void;
  onReload?: () => void;
  onClose: () => void;
  onNotice: (notice: Notice) => void;
  onDelete: (targets: readonly { id: string; etag?: string }[]) => Promise<unknown>;
}

export function RecordForm<Row>(props: Props<Row>) {
  const { register, context, start, etag, picked, onStartPicking, onReload, onClose, onNotice, onDelete } =
    props;
  const { text } = context;
  const { t } = text;
  const element = useRef<HTMLFormElement>(null);
  const form = useRecordForm(register, start, etag, (record) => {
    const name = register.nameOf(record, text);
    onNotice({
      tone: "ok",
      words: t(etag === null ? "registers.record.added" : "registers.record.saved", { name }),
    });
    onClose();
  });
  const { type } = form;
  const isNew = etag === null;
  const isReadOnly = !isNew && register.verbs.update === null;
  const hasPlace = register.fields.some(({ key }) => key === "longitude");

  useEffect(() => {
    if (picked && hasPlace) type(draftOfPlace(picked));
  }, [picked]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = form.submit();
    if (first) element.current?.querySelector<HTMLElement>(`[name="${first.key}"]`)?.focus();
  };
  const id = String(start["id"] ?? "");
  const saveError = form.save.error;
  const isOtherError =
    saveError !== null &&
    !(saveError instanceof ApiError && (saveError.status === 412 || saveError.fields.length > 0));

  if (form.conflict)
    return (
      <ConflictView
        register={register}
        context={context}
        conflict={form.conflict}
        onTakeTheirs={() => onReload?.()}
        onKeepMine={(theirs) => form.submit(theirs)}
      />
    );
  return (
    <form ref={element} className="record-form" noValidate onSubmit={submit}>
      <div className="record-fields">
        {isReadOnly && <p className="caption">{t("registers.record.readOnly")}</p>}
        {register.fields.map((field) => (
          <FormField
            key={field.key}
            field={field}
            value={form.draft[field.key] ?? ""}
            fault={form.faults.find(({ key }) => key === field.key) ?? null}
            isReadOnly={isReadOnly || (field.isFixed === true && !(isNew && field.key === "id"))}
            onType={(value) => type({ [field.key]: value })}
          />
        ))}
        {hasPlace && onStartPicking && (
          <Button isCompact onPress={onStartPicking}>
            <MapPin size={14} strokeWidth={1.7} aria-hidden />
            {t("registers.record.pick")}
          </Button>
        )}
      </div>
      {!isReadOnly && (
        <footer className="record-foot">
          <div className="record-faults" role="alert">
            {form.faults.length > 0 && t("registers.fault.summary", { count: form.faults.length })}
            {isOtherError &&
              (saveError instanceof ApiError && saveError.status === 409
                ? t("registers.record.exists")
                : t("registers.record.saveFailed", { reason: saveError.message }))}
          </div>
          <Button
            look="primary"
            type="submit"
            isDisabled={form.save.isPending || (!isNew && !form.isChanged)}
          >
            {form.save.isPending ? (
              <Spinner label={t("registers.record.saving")} />
            ) : (
              t("registers.record.save")
            )}
          </Button>
          {form.isChanged && !isNew && <Button onPress={form.discard}>{t("registers.record.cancel")}</Button>}
          {!isNew && (register.verbs.canDelete ?? register.verbs.canAdd) && (
            <Button
              onPress={async () => {
                await onDelete([{ id, etag }]);
                onClose();
              }}
            >
              <Trash2 size={15} strokeWidth={1.7} aria-hidden />
              {t("registers.record.delete")}
            </Button>
          )}
          {!isNew && register.name === "premises" && (
            <Link className="button button-quiet" to="/vung-phu" search={{ why: `premises:${id}` }}>
              {t("registers.record.why")}
            </Link>
          )}
        </footer>
      )}
    </form>
  );
}
