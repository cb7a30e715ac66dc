/** One field of a record's form: label, input by its kind, and under it what is wrong. */
import { useId } from "react";
import { useText } from "../i18n/use-text.ts";
import { fieldTitle } from "./csv-rows.ts";
import type { Field, FieldFault } from "./field.ts";
import { useCommunes } from "./use-row-context.ts";
import { VehiclesField } from "./vehicles-field.tsx";

interface Props {
  field: Field;
  value: string;
  fault: FieldFault | null;
  isReadOnly: boolean;
  onType: (value: string) => void;
}

export function FormField(props: Props) {
  const { field, fault } = props;
  const text = useText();
  const inputId = useId();
  const faultId = `${inputId}-fault`;
  const title = fieldTitle(field, text);
  if (field.type === "vehicles") return <VehiclesField {...props} title={title} />;
  return (
    <div className="form-field" data-kind={field.type}>
      <label htmlFor={inputId}>
        {title}
        {field.isRequired && <span aria-hidden="true"> *</span>}
      </label>
      <FieldInput {...props} inputId={inputId} faultId={fault ? faultId : undefined} />
      {fault && (
        <p id={faultId} className="form-fault">
          {text.t("registers.fault.line", {
            field: title,
            fault: text.t(fault.message, { ...fault.values }),
          })}
        </p>
      )}
    </div>
  );
}

function FieldInput(props: Props & { inputId: string; faultId: string | undefined }) {
  const { field, value, isReadOnly, onType, inputId, faultId } = props;
  const { t } = useText();
  const common = {
    id: inputId,
    name: field.key,
    value,
    "aria-invalid": faultId !== undefined || undefined,
    "aria-describedby": faultId,
    "aria-required": field.isRequired || undefined,
  };
  switch (field.type) {
    case "choice":
      return <ChoiceInput {...props} />;
    case "commune":
      return <CommuneInput {...props} />;
    case "boolean":
      return (
        <select
          {...common}
          value={value || "false"}
          disabled={isReadOnly}
          onChange={(e) => onType(e.target.value)}
        >
          <option value="false">{t("registers.csv.no")}</option>
          <option value="true">{t("registers.csv.yes")}</option>
        </select>
      );
    default:
      return (
        <input
          {...common}
          readOnly={isReadOnly}
          autoComplete="off"
          inputMode={field.type === "text" || field.type === "date" ? "text" : "decimal"}
          placeholder={field.type === "date" && !isReadOnly ? "22/11/2026" : undefined}
          onChange={(event) => onType(event.target.value)}
        />
      );
  }
}

function ChoiceInput(props: Props & { inputId: string; faultId: string | undefined }) {
  const { field, value, isReadOnly, onType, inputId, faultId } = props;
  const { label } = useText();
  if (field.type !== "choice") return null;
  return (
    <select
      id={inputId}
      name={field.key}
      value={value}
      disabled={isReadOnly}
      aria-invalid={faultId !== undefined || undefined}
      aria-describedby={faultId}
      aria-required={field.isRequired || undefined}
      onChange={(event) => onType(event.target.value)}
    >
      {value === "" && <option value="" />}
      {Object.entries(field.choices).map(([key, words]) => (
        <option key={key} value={key}>
          {label(words)}
        </option>
      ))}
    </select>
  );
}

function CommuneInput({ value, isReadOnly, onType, inputId, field }: Props & { inputId: string }) {
  const { t } = useText();
  const communes = useCommunes();
  return (
    <select
      id={inputId}
      name={field.key}
      value={value}
      disabled={isReadOnly}
      onChange={(event) => onType(event.target.value)}
    >
      <option value="">{t("registers.record.noCommune")}</option>
      {communes.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
