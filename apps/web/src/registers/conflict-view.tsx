/** Two people changed the same record: both versions field by field, and the reader's choice. */
import { TriangleAlert } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { csvTable } from "./csv-rows.ts";
import type { Values } from "./draft.ts";
import type { Register, RowContext } from "./register.ts";
import type { Conflict } from "./use-record-form.ts";

interface Props<Row> {
  register: Register<Row>;
  context: RowContext;
  conflict: Conflict<Row>;
  onTakeTheirs: () => void;
  /** Saves over the version whose tag is given. */
  onKeepMine: (etag: string) => void;
}

export function ConflictView<Row>({ register, context, conflict, onTakeTheirs, onKeepMine }: Props<Row>) {
  const { t } = context.text;
  const { mine, theirs } = conflict;
  const differences = theirs ? differencesOf(register, mine, theirs.record, context) : [];
  return (
    <div className="conflict" role="alert">
      <p className="conflict-title">
        <TriangleAlert size={18} strokeWidth={1.7} aria-hidden />
        <b>{t(theirs ? "registers.conflict.title" : "registers.conflict.gone")}</b>
      </p>
      {theirs && <p>{t(differences.length === 0 ? "registers.conflict.same" : "registers.conflict.lead")}</p>}
      {differences.length > 0 && (
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">{t("registers.conflict.field")}</th>
              <th scope="col">{t("registers.conflict.mine")}</th>
              <th scope="col">{t("registers.conflict.theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ title, ours, server }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td>{ours || t("registers.unknown")}</td>
                <td>{server || t("registers.unknown")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="conflict-actions">
        <Button look="primary" onPress={onTakeTheirs}>
          {t("registers.conflict.takeTheirs")}
        </Button>
        {theirs && (
          <Button onPress={() => onKeepMine(theirs.etag)}>{t("registers.conflict.keepMine")}</Button>
        )}
      </div>
    </div>
  );
}

function differencesOf<Row>(register: Register<Row>, mine: Row, theirs: Row, context: RowContext) {
  const records = [mine, theirs].map((record) => ({ ...(record as Values), isSynthetic: false }));
  const { heads, rows } = csvTable(register.fields, records, context.communes, context.text);
  return heads
    .map((title, i) => ({ title, ours: rows[0]![i]!, server: rows[1]![i]! }))
    .filter(({ ours, server }) => ours !== server);
}
