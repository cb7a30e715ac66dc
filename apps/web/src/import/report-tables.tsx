/** What a file brings by layer, and its control sums. */
import type { ImportReport } from "@firecover/domain";
import type { MessageKey } from "../i18n/en.ts";
import { useText } from "../i18n/use-text.ts";
import { layerName } from "./import-phase.ts";

const columns = ["read", "added", "changed", "unchanged", "rejected"] as const;
const heads: Readonly<Record<(typeof columns)[number], MessageKey>> = {
  read: "import.report.read",
  added: "import.report.added",
  changed: "import.report.changed",
  unchanged: "import.report.unchanged",
  rejected: "import.report.left",
};

export function LayerCountsTable({ layers }: Pick<ImportReport, "layers">) {
  const text = useText();
  const { t, format } = text;
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <caption>{t("import.report.layers")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("import.report.layer")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {t(heads[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(layers).map(([layer, counts]) => (
            <tr key={layer}>
              <th scope="row">{layerName(layer, text)}</th>
              {columns.map((column) => (
                <td key={column} className="number">
                  {format.count(counts[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ControlsTable({ controls }: Pick<ImportReport, "controls">) {
  const { t, format } = useText();
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <caption>{t("import.report.controls")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("import.report.control")}</th>
            <th scope="col" className="number">
              {t("import.report.expected")}
            </th>
            <th scope="col" className="number">
              {t("import.report.found")}
            </th>
            <th scope="col" className="number">
              {t("import.report.difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          {controls.map(({ name, expected, found }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{format.count(expected)}</td>
              <td className="number">{format.count(found)}</td>
              <td className="number" data-wrong={found !== expected || undefined}>
                {found > expected && "+"}
                {format.count(found - expected)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
