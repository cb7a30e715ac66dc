/** A button that shows an icon; its words are for screen readers and, on hover, a title. */
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { classNames } from "./class-names.ts";
import "./button.css";

interface Props extends Omit<ButtonProps, "className" | "children" | "aria-label"> {
  label: string;
  children: ReactNode;
  className?: string;
}

export function IconButton({ label, children, className, ...props }: Props) {
  return (
    <AriaButton {...props} aria-label={label} className={classNames("icon-button", className)}>
      <span className="icon-button-title" title={label}>
        {children}
      </span>
    </AriaButton>
  );
}
