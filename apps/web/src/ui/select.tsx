/** One of a list, named by its label. */
import { Check, ChevronDown } from "lucide-react";
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import { classNames } from "./class-names.ts";
import "./select.css";

interface Props<Value extends string> {
  label: string;
  isLabelHidden?: boolean;
  value: Value;
  choices: readonly { value: Value; label: string; detail?: string }[];
  onChange: (value: Value) => void;
  look?: "field" | "quiet";
}

export function Select<Value extends string>(props: Props<Value>) {
  const { label, isLabelHidden, value, choices, onChange, look = "field" } = props;
  return (
    <AriaSelect
      className={classNames("select", `select-${look}`)}
      {...(isLabelHidden ? { "aria-label": label } : {})}
      value={value}
      onChange={(key: Key | null) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      {!isLabelHidden && <Label className="select-label">{label}</Label>}
      <Button className="select-button">
        <SelectValue className="select-value">
          {choices.find((choice) => choice.value === value)?.label}
        </SelectValue>
        <ChevronDown size={16} strokeWidth={1.7} aria-hidden />
      </Button>
      <Popover className="select-list" offset={4}>
        <ListBox items={choices.map((choice) => ({ ...choice, id: choice.value }))}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="select-choice">
              {({ isSelected }) => (
                <>
                  <span>{choice.label}</span>
                  {isSelected && <Check size={16} strokeWidth={2} aria-hidden />}
                  {choice.detail && <span className="caption">{choice.detail}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
