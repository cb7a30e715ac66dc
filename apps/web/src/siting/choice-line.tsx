/** One line of a list to pick from: a radio button or a tick, with what it means below. */
import type { ReactNode } from "react";

interface Props {
  type: "radio" | "checkbox";
  name: string;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
  children: ReactNode;
  caption?: string;
}

export function ChoiceLine({ type, name, isChosen, onChange, children, caption }: Props) {
  return (
    <label className="choice-line">
      <input
        type={type}
        name={name}
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
      {caption && <span className="caption">{caption}</span>}
    </label>
  );
}
