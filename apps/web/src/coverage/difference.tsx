/** How far a number is from today's: a sign, a figure, and the colours of change, never red and green. */
import { classNames } from "../ui/class-names.ts";
import "./difference.css";

interface Props {
  value: number;
  /** Writes the figure without its sign. */
  text: (value: number) => string;
  isLessBetter?: boolean;
}

export function Difference({ value, text, isLessBetter = false }: Props) {
  const figure = text(Math.abs(value));
  // What rounds to nothing is nothing: `+0,0` would say that something moved.
  if (figure === text(0)) return null;
  const isBetter = value > 0 !== isLessBetter;
  return (
    <span className={classNames("difference", isBetter ? "difference-better" : "difference-worse")}>
      {value > 0 ? "+" : "−"}
      {figure}
    </span>
  );
}
