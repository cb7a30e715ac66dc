// biome-ignore-all lint/a11y/useFocusableInteractive: heads hold a button and rows that open nothing need no focus.
// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by position, which table elements cannot do.
/** A table of many rows: only those on screen are drawn; heads sort; the whole row opens. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, ChevronUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { classNames } from "./class-names.ts";
import type { Column, Sort } from "./table-columns.ts";
import "./data-table.css";

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  /** Already filtered and sorted. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: Sort | null;
  onSort: (sort: Sort) => void;
  onOpen?: (row: Row) => void;
  isChosen?: (row: Row) => boolean;
  empty: ReactNode;
}

const rowHeight = 32;
const columnGap = 12;
const sidePadding = 28;

export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, sort, onSort, onOpen, isChosen, empty } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const template = columns.map(({ minWidth, grow }) => `minmax(${minWidth}px, ${grow || 0.001}fr)`).join(" ");
  const minWidth = columns.reduce((sum, column) => sum + column.minWidth + columnGap, sidePadding);
  const openByKey = (event: KeyboardEvent, row: Row) => {
    if (event.key === "Enter") onOpen?.(row);
  };
  return (
    <div ref={scroll} className="data-table" role="table" aria-label={label} aria-rowcount={rows.length + 1}>
      <div role="rowgroup">
        <div
          className="data-table-head"
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template, minWidth }}
        >
          {columns.map((column) => {
            const direction = sort?.column === column.id ? sort.direction : null;
            return (
              <div
                key={column.id}
                role="columnheader"
                aria-sort={direction ?? "none"}
                className={column.isNumber ? "number" : undefined}
              >
                <button
                  type="button"
                  onClick={() =>
                    onSort({
                      column: column.id,
                      direction:
                        direction === null
                          ? column.isNumber
                            ? "descending"
                            : "ascending"
                          : opposite[direction],
                    })
                  }
                >
                  {column.head}
                  {direction === "ascending" && <ChevronUp size={14} aria-hidden />}
                  {direction === "descending" && <ChevronDown size={14} aria-hidden />}
                </button>
              </div>
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p className="data-table-empty">{empty}</p>}
      <div role="rowgroup" className="data-table-rows" style={{ height: virtual.getTotalSize(), minWidth }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <div
              key={rowKey(row)}
              role="row"
              aria-rowindex={index + 2}
              tabIndex={onOpen ? 0 : undefined}
              className={classNames("data-table-row", isChosen?.(row) && "data-table-chosen")}
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              onClick={onOpen && (() => onOpen(row))}
              onKeyDown={onOpen && ((event) => openByKey(event, row))}
            >
              {columns.map((column) => (
                <div key={column.id} role="cell" className={column.isNumber ? "number" : undefined}>
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const opposite = { ascending: "descending", descending: "ascending" } as const;
