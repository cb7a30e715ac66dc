/** The vehicles of a station, line by line: class, number, state. */
import { vehicleClassLabels, vehicleStateLabels } from "@firecover/domain";
import { Plus, X } from "lucide-react";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import type { FieldFault } from "./field.ts";
import { readLines, type VehicleLine, writeLines } from "./vehicles-text.ts";

interface Props {
  title: string;
  value: string;
  fault: FieldFault | null;
  isReadOnly: boolean;
  onType: (value: string) => void;
}

export function VehiclesField({ title, value, fault, isReadOnly, onType }: Props) {
  const { t, label } = useText();
  const lines = readLines(value);
  const change = (at: number, part: Partial<VehicleLine>) =>
    onType(writeLines(lines.map((line, i) => (i === at ? { ...line, ...part } : line))));
  return (
    <fieldset className="form-field vehicles-field">
      <legend>{title}</legend>
      {lines.map((line, i) => (
        <div className="vehicle-line" key={i}>
          <select
            aria-label={t("registers.record.vehicleClass", { number: i + 1 })}
            value={line.vehicleClass}
            disabled={isReadOnly}
            onChange={(event) => change(i, { vehicleClass: event.target.value })}
          >
            {Object.entries(vehicleClassLabels).map(([key, words]) => (
              <option key={key} value={key}>
                {label(words)}
              </option>
            ))}
          </select>
          <input
            aria-label={t("registers.record.vehicleCount", { number: i + 1 })}
            inputMode="numeric"
            value={line.count}
            readOnly={isReadOnly}
            // Colon and comma part the lines of the draft.
            onChange={(event) => change(i, { count: event.target.value.replace(/[:,]/g, "") })}
          />
          <select
            aria-label={t("registers.record.vehicleState", { number: i + 1 })}
            value={line.state}
            disabled={isReadOnly}
            onChange={(event) => change(i, { state: event.target.value })}
          >
            {Object.entries(vehicleStateLabels).map(([key, words]) => (
              <option key={key} value={key}>
                {label(words)}
              </option>
            ))}
          </select>
          {!isReadOnly && (
            <IconButton
              label={t("registers.record.removeVehicle", { number: i + 1 })}
              onPress={() => onType(writeLines(lines.filter((_, other) => other !== i)))}
            >
              <X size={16} strokeWidth={1.7} />
            </IconButton>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Button
          isCompact
          onPress={() =>
            onType(writeLines([...lines, { vehicleClass: "engine", count: "1", state: "in-service" }]))
          }
        >
          <Plus size={14} strokeWidth={1.7} aria-hidden />
          {t("registers.record.addVehicle")}
        </Button>
      )}
      {fault && (
        <p className="form-fault">{t("registers.fault.line", { field: title, fault: t(fault.message) })}</p>
      )}
    </fieldset>
  );
}
