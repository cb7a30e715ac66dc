/** The rows of a register: sortable heads, selection, Enter opens a record; all by keyboard. */
import { ArrowDown, ArrowUp } from "lucide-react";
import {
  Cell,
  Checkbox,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
} from "react-aria-components";
import { useIsPhone } from "../theme/use-media.ts";
import { CheckMark } from "./check-mark.tsx";
import type { Register, RowContext } from "./register.ts";
import type { RegistersAddress } from "./use-registers-address.ts";
import "./register-table.css";

interface Props<Row_> {
  register: Register<Row_>;
  rows: readonly Row_[];
  context: RowContext;
  address: RegistersAddress;
  selected: Selection;
  onSelect: (selected: Selection) => void;
}

export function RegisterTable<Row_>(props: Props<Row_>) {
  const { register, rows, context, address, selected, onSelect } = props;
  const { t } = context.text;
  const isPhone = useIsPhone();
  const columns = register.columns.filter(({ isOnPhone }) => !isPhone || isOnPhone);
  const isSelectable = (register.verbs.canDelete ?? register.verbs.canAdd) && !isPhone;
  const sort = address.search.sort ?? register.defaultSort;
  const field = sort.replace(/^-/, "");
  return (
    <Table
      className="register-table"
      aria-label={t(`registers.table.${register.name}`)}
      selectionMode={isSelectable ? "multiple" : "none"}
      selectedKeys={selected}
      onSelectionChange={onSelect}
      onRowAction={(key) => address.show({ record: String(key) })}
      sortDescriptor={{ column: field, direction: sort.startsWith("-") ? "descending" : "ascending" }}
      onSortChange={({ column, direction }) => {
        const next = `${direction === "descending" ? "-" : ""}${String(column)}`;
        address.choose({ sort: next === register.defaultSort ? undefined : next });
      }}
    >
      <TableHeader>
        {isSelectable && (
          <Column className="cell-check" width={40}>
            <Checkbox slot="selection" aria-label={t("registers.selectAll")}>
              <CheckMark />
            </Checkbox>
          </Column>
        )}
        {columns.map((column) => (
          <Column
            key={column.key}
            id={column.sort ?? column.key}
            isRowHeader={column.key === "name"}
            allowsSorting={column.sort !== undefined}
            className={column.isNumber ? "number" : ""}
            style={{ width: column.width }}
          >
            <span className="column-head">
              {t(column.head)}
              {column.sort === field &&
                (sort.startsWith("-") ? (
                  <ArrowDown size={13} strokeWidth={2} aria-hidden />
                ) : (
                  <ArrowUp size={13} strokeWidth={2} aria-hidden />
                ))}
            </span>
          </Column>
        ))}
      </TableHeader>
      <TableBody
        items={rows.map((row) => ({ id: register.idOf(row), row }))}
        dependencies={[context, columns.length]}
      >
        {({ id, row }) => (
          <Row
            id={id}
            textValue={register.nameOf(row, context.text)}
            className={id === address.search.record ? "register-row register-row-open" : "register-row"}
          >
            {isSelectable && (
              <Cell className="cell-check">
                <Checkbox slot="selection">
                  <CheckMark />
                </Checkbox>
              </Cell>
            )}
            {columns.map((column) => (
              <Cell key={column.key} className={column.isNumber ? "number" : ""}>
                {column.cell(row, context)}
              </Cell>
            ))}
          </Row>
        )}
      </TableBody>
    </Table>
  );
}
