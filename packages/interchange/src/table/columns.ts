/** Which column of a file holds which field, by Vietnamese or English name. */
import { FileFault } from "../file-fault.ts";
import { type IssueList, shortened, text } from "../issues.ts";
import { didYouMean, normalised } from "./normalise.ts";

/** A broken file may have thousands; messages name no more than these. */
const namedColumns = 40;

export interface Column {
  field: string;
  /** Names a file may use; the first is the one that messages show. */
  names: readonly string[];
  isRequired?: boolean;
}

/** Index of each field's column; throws where a required one is missing. */
export function findColumns(
  headers: readonly string[],
  columns: readonly Column[],
  issues: IssueList,
  /** Tables are typed by hand and a strange column is a slip; GeoJSON carries properties that nobody asked for. */
  warnsOfUnknown: boolean,
  /** Headers that are passed over without a word. */
  passedOver: ReadonlySet<string> = new Set(),
): Map<string, number> {
  const fieldOfName = new Map<string, string>();
  for (const column of columns) {
    for (const name of [column.field, ...column.names]) fieldOfName.set(normalised(name), column.field);
  }
  const indexOfField = new Map<string, number>();
  let unknownCount = 0;
  headers.forEach((header, index) => {
    if (passedOver.has(header.trim())) return;
    const field = fieldOfName.get(normalised(header));
    if (field === undefined) {
      if (!warnsOfUnknown || header.trim() === "") return;
      unknownCount++;
      if (unknownCount <= namedColumns) warnUnknown(header, columns, issues);
    } else if (indexOfField.has(field)) {
      if (warnsOfUnknown) warnTwice(header, headers[indexOfField.get(field)!]!, issues);
    } else indexOfField.set(field, index);
  });
  if (unknownCount > namedColumns) warnOfMore(unknownCount - namedColumns, issues);
  const missing = columns.filter(({ field, isRequired }) => isRequired && !indexOfField.has(field));
  if (missing.length > 0) throw missingColumns(missing, headers, columns);
  return indexOfField;
}

function missingColumns(
  missing: readonly Column[],
  headers: readonly string[],
  columns: readonly Column[],
): FileFault {
  const names = missing.map(({ field, names }) => `“${names[0]}” (${field})`).join(", ");
  const more = headers.length > namedColumns ? ` … (${headers.length})` : "";
  const found =
    headers
      .slice(0, namedColumns)
      .map((header) => `“${shortened(header.trim())}”`)
      .join(", ") + more;
  const expected = columns.map(({ field, names }) => `${names[0]} (${field})`).join(", ");
  return new FileFault(
    "wrong-header",
    text(
      `Dòng tiêu đề thiếu cột ${names}; các cột đọc được: ${found}.`,
      `The header row lacks the column ${names}; it has: ${found}.`,
    ),
    {
      row: 1,
      suggestion: text(`Các cột được nhận: ${expected}.`, `Columns that are understood: ${expected}.`),
    },
  );
}

function warnOfMore(count: number, issues: IssueList): void {
  issues.add({
    code: "wrong-header",
    severity: "warning",
    row: 1,
    reason: text(
      `Còn ${count} cột khác không thuộc bảng này; bỏ qua.`,
      `${count} more columns are not known here; they are ignored.`,
    ),
  });
}

function warnUnknown(header: string, columns: readonly Column[], issues: IssueList): void {
  const near = didYouMean(
    header,
    columns.flatMap(({ field, names }) => [field, ...names]),
  );
  issues.add({
    code: "wrong-header",
    severity: "warning",
    row: 1,
    field: header.trim(),
    reason: text(
      `Cột “${header.trim()}” không thuộc bảng này; bỏ qua.`,
      `The column “${header.trim()}” is not known here; it is ignored.`,
    ),
    suggestion: near ? text(`Có phải là “${near}”?`, `Did you mean “${near}”?`) : null,
  });
}

function warnTwice(header: string, first: string, issues: IssueList): void {
  issues.add({
    code: "wrong-header",
    severity: "warning",
    row: 1,
    field: header.trim(),
    reason: text(
      `Cột “${header.trim()}” trùng nghĩa với cột “${first.trim()}”; chỉ đọc cột đứng trước.`,
      `The column “${header.trim()}” means the same as “${first.trim()}”; only the first is read.`,
    ),
  });
}
