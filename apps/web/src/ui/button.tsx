/** A button with words: primary does the screen's main thing, plain everything else, quiet sits inside text. */
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { classNames } from "./class-names.ts";
import "./button.css";

interface Props extends Omit<ButtonProps, "className"> {
  look?: "primary" | "plain" | "quiet";
  isCompact?: boolean;
}

export function Button({ look = "plain", isCompact = false, ...props }: Props) {
  return (
    <AriaButton
      {...props}
      className={classNames("button", `button-${look}`, isCompact && "button-compact")}
    />
  );
}
