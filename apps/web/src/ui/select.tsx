/** One of a list, named by its label; the browser's own list, so that phones show theirs. */
import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { classNames } from "./class-names.ts";
import "./select.css";

interface Props<Value extends string> {
  label: string;
  isLabelHidden?: boolean;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  look?: "field" | "quiet";
}

export function Select<Value extends string>(props: Props<Value>) {
  const { label, isLabelHidden, value, choices, onChange, look = "field" } = props;
  const id = useId();
  return (
    <div className={classNames("select", `select-${look}`)}>
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : "select-label"}>
        {label}
      </label>
      <span className="select-field">
        <select
          id={id}
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown size={16} strokeWidth={1.7} aria-hidden />
      </span>
    </div>
  );
}
