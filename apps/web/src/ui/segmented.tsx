/** Two to four choices side by side, one of which holds. */
import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { classNames } from "./class-names.ts";
import "./segmented.css";

interface Props<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: ReactNode; ariaLabel?: string; isDisabled?: boolean }[];
  onChange: (value: Value) => void;
  isCompact?: boolean;
  className?: string;
}

export function Segmented<Value extends string>(props: Props<Value>) {
  const { label, value, choices, onChange, isCompact, className } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classNames("segmented", isCompact && "segmented-compact", className)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys.has(choice.value));
        if (chosen) onChange(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton
          key={choice.value}
          id={choice.value}
          className="segmented-choice"
          isDisabled={choice.isDisabled ?? false}
          {...(choice.ariaLabel ? { "aria-label": choice.ariaLabel } : {})}
        >
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
