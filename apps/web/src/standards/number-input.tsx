/** A number that may be typed with a comma; what is no number is said under it and not taken over. */
import { useEffect, useId, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { readNumber } from "../registers/typed-text.ts";

interface Props {
  label: string;
  isLabelHidden?: boolean;
  unit: string;
  value: number | null;
  isReadOnly: boolean;
  /** An empty field is null, where that means something. */
  isOptional?: boolean;
  onChange: (value: number | null) => void;
}

export function NumberInput({ label, isLabelHidden, unit, value, isReadOnly, isOptional, onChange }: Props) {
  const { t, language } = useText();
  const id = useId();
  const written =
    value === null
      ? ""
      : value.toLocaleString(language === "vi" ? "vi-VN" : "en-GB", {
          maximumFractionDigits: 6,
          useGrouping: false,
        });
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped(written), [written]);
  const isEmpty = typed.trim() === "";
  const read = readNumber(typed);
  const number = "value" in read && read.value >= 0 ? read.value : null;
  const isFaulty = isEmpty ? !isOptional : number === null;
  const leave = () => {
    if (isFaulty || typed === written) return;
    onChange(isEmpty ? null : number);
  };
  return (
    <div className="number-input">
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : undefined}>
        {label}
      </label>
      <span>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          readOnly={isReadOnly}
          aria-invalid={isFaulty || undefined}
          aria-describedby={isFaulty ? `${id}-fault` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => event.key === "Enter" && leave()}
        />
        <span className="caption">{unit}</span>
      </span>
      {isFaulty && (
        <p id={`${id}-fault`} className="form-fault">
          {t("standards.notANumber", { field: label })}
        </p>
      )}
    </div>
  );
}
