/** A word of the question that can be changed: a chip that opens what it may become. */
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import "./chip-field.css";

interface Props {
  /** What is chosen here, for those who do not see the sentence around it. */
  label: string;
  text: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}

export function ChipField({ label, text, children }: Props) {
  return (
    <DialogTrigger>
      <Button className="chip-field" aria-label={`${label}: ${text}`}>
        <span>{text}</span>
        <ChevronDown size={14} strokeWidth={1.9} aria-hidden />
      </Button>
      <Popover className="chip-popover" placement="bottom start" offset={6} containerPadding={8}>
        <Dialog className="chip-dialog" aria-label={label}>
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
