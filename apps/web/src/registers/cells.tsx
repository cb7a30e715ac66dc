/** Cells that several registers share. */
import type { ReactNode } from "react";
import { Chip } from "../ui/chip.tsx";
import type { RowContext } from "./register.ts";

export const unknownCell = ({ text }: RowContext): ReactNode => (
  <span className="cell-unknown">{text.t("registers.unknown")}</span>
);

export function communeCell(code: string | null, context: RowContext): ReactNode {
  return code === null ? unknownCell(context) : (context.communes.get(code) ?? code);
}

export function dateCell(iso: string | null, context: RowContext): ReactNode {
  return iso === null ? unknownCell(context) : context.text.format.date(iso);
}

export function quantityCell(value: number | null, digits: number, context: RowContext): ReactNode {
  return value === null ? unknownCell(context) : context.text.format.decimal(value, digits);
}

/** A name, and under it what tells two of the same name apart. */
export function nameCell(
  name: string,
  detail: string | null,
  isSynthetic: boolean,
  { text }: RowContext,
): ReactNode {
  return (
    <>
      <strong>{name}</strong>
      {detail && (
        <span className="cell-detail" title={detail}>
          {detail}
        </span>
      )}
      {isSynthetic && <span className="visually-hidden">{text.t("registers.synthetic")}</span>}
    </>
  );
}

export function stateChip(state: "working" | "broken" | "seasonal" | "unknown", words: string): ReactNode {
  const tone = ({ working: "ok", broken: "bad", seasonal: "warn", unknown: "unknown" } as const)[state];
  return <Chip tone={tone}>{words}</Chip>;
}
