/** A number written by hand, taken over when the field is left or Enter is pressed. */
import { useEffect, useId, useState } from "react";

interface Props {
  label: string;
  value: number | null;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

/** A comma is a decimal point here. */
export function parseNumber(text: string): number | null {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) ? value : null;
}

export function NumberField({ label, value, min, max, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState(String(value ?? ""));
  useEffect(() => setText(String(value ?? "")), [value]);
  const take = () => {
    const written = parseNumber(text);
    if (written === null || written < min || written > max) setText(String(value ?? ""));
    else if (written !== value) onChange(written);
  };
  return (
    <div className="what-if-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
    </div>
  );
}
