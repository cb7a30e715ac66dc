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
  const isEmpty = typed.trim() === "";
  const read = readNumber(typed);
  const number = "value" in read && read.value >= 0 ? read.value : null;
  const isFaulty = isEmpty ? !isOptional : number === null;
  // What is being typed stays as typed, `1,50` included; a value from elsewhere replaces it.
  useEffect(() => {
    if (number !== value) setTyped(written);
  }, [written]);
  const type = (text: string) => {
    setTyped(text);
    const typedNumber = readNumber(text);
    if (text.trim() === "") {
      if (isOptional) onChange(null);
    } else if ("value" in typedNumber && typedNumber.value >= 0) onChange(typedNumber.value);
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
          onChange={(event) => type(event.target.value)}
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
