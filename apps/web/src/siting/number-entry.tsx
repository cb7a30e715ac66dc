/** A number written by hand, taken over as soon as it is one; what is out of range is marked and not taken. */
import { useEffect, useId, useState } from "react";
import { parseNumber } from "../what-if/number-field.tsx";

interface Props {
  label: string;
  unit?: string;
  /** null = nothing stands there. */
  value: number | null;
  min: number;
  max: number;
  isWhole?: boolean;
  isDisabled?: boolean;
  onChange: (value: number) => void;
}

export function NumberEntry({ label, unit, value, min, max, isWhole, isDisabled, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState(written(value));
  const parsed = parseNumber(text);
  const isGood = parsed !== null && parsed >= min && parsed <= max && (!isWhole || Number.isInteger(parsed));
  // Only a value that came from elsewhere replaces what is being written.
  useEffect(() => setText((now) => (parseNumber(now) === value ? now : written(value))), [value]);
  return (
    <div className="number-entry">
      <label htmlFor={id}>{label}</label>
      <span className="number-entry-field">
        <input
          id={id}
          inputMode={isWhole ? "numeric" : "decimal"}
          value={text}
          disabled={isDisabled}
          aria-invalid={!isGood && text !== ""}
          onChange={(event) => {
            setText(event.target.value);
            const next = parseNumber(event.target.value);
            if (next !== null && next >= min && next <= max && (!isWhole || Number.isInteger(next)))
              onChange(next);
          }}
          onBlur={() => !isGood && setText(written(value))}
        />
        {unit}
      </span>
    </div>
  );
}

const written = (value: number | null) => (value === null ? "" : String(value).replace(".", ","));
