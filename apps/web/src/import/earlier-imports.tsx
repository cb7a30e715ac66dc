/** Imports since the server started, newest first; each opens its report. */
import { importKindLabels } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ImportState, listImports } from "../api/imports.ts";
import { useText } from "../i18n/use-text.ts";
import { Chip, type ChipTone } from "../ui/chip.tsx";
import { ErrorState, Skeleton } from "../ui/states.tsx";

const tones: Readonly<Record<ImportState["state"], ChipTone>> = {
  queued: "info",
  running: "info",
  done: "ok",
  failed: "bad",
  cancelled: "unknown",
};

export function EarlierImports({ shownId }: { shownId: string | undefined }) {
  const { t, label, format } = useText();
  const imports = useQuery({ queryKey: ["imports"], queryFn: ({ signal }) => listImports(signal) });
  return (
    <section className="import-card" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t("import.earlier")}</h2>
      {imports.error ? (
        <ErrorState
          what={t("import.earlierFailed")}
          error={imports.error}
          onRetry={() => void imports.refetch()}
        />
      ) : !imports.data ? (
        <Skeleton lines={3} />
      ) : imports.data.length === 0 ? (
        <p className="caption">{t("import.earlierNone")}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("import.earlier.file")}</th>
                <th scope="col">{t("import.earlier.kind")}</th>
                <th scope="col">{t("import.earlier.when")}</th>
                <th scope="col">{t("import.earlier.how")}</th>
                <th scope="col">{t("import.earlier.state")}</th>
              </tr>
            </thead>
            <tbody>
              {imports.data.map(({ id, file, kind, createdAt, isDryRun, state }) => (
                <tr key={id} aria-current={id === shownId || undefined}>
                  <th scope="row">
                    <Link to="/nhap-tep" search={{ job: id }} aria-label={t("import.earlier.open", { file })}>
                      {file}
                    </Link>
                  </th>
                  <td>{label(importKindLabels[kind])}</td>
                  <td>
                    {format.clock(createdAt)} {format.date(createdAt)}
                  </td>
                  <td>{t(isDryRun ? "import.earlier.dry" : "import.earlier.real")}</td>
                  <td>
                    <Chip tone={tones[state]}>{t(`import.state.${state}`)}</Chip>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
