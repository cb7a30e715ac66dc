/** What follows an import: the register it filled, and coverage computed again with its progress. */
import type { ImportKind } from "@firecover/domain";
import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { phaseName } from "../frame/phase-names.ts";
import { useText } from "../i18n/use-text.ts";
import type { RegisterName } from "../registers/registers-search.ts";
import { useRecompute } from "../state/use-recompute.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/states.tsx";

const registerOf: Readonly<Record<ImportKind, RegisterName>> = {
  communes: "communes",
  population: "communes",
  roads: "roads",
  osm: "roads",
  premises: "premises",
  "water-sources": "water-sources",
  "fire-stations": "fire-stations",
  "candidate-sites": "candidate-sites",
  "exclusion-zones": "exclusion-zones",
};

/** What coverage does not rest on: nothing needs to be computed again. */
const isForSiting: ReadonlySet<ImportKind> = new Set(["candidate-sites", "exclusion-zones"]);

export function AfterImport(props: { kind: ImportKind; count: number; onAnother: () => void }) {
  const { t, label, format } = useText();
  const recompute = useRecompute();
  const { progress } = recompute;
  return (
    <div className="after-import" role="status">
      <p className="after-done">
        <Check size={18} strokeWidth={2} aria-hidden />
        <b>{t("import.done", { count: format.count(props.count) })}</b>
      </p>
      {recompute.isPending && (
        <>
          <Spinner label={progress ? label(phaseName(progress.phase)) : t("import.recomputing")} />
          <progress
            value={progress?.total ? progress.done / progress.total : undefined}
            aria-label={t("import.recomputing")}
          />
        </>
      )}
      {recompute.isSuccess && <p>{t("import.recomputed")}</p>}
      {recompute.error && (
        <p className="import-fault" role="alert">
          {t("import.recomputeFailed", { reason: recompute.error.message })}
        </p>
      )}
      <div className="import-actions">
        {isForSiting.has(props.kind) ? (
          <Link className="button button-primary" to="/chon-vi-tri">
            {t("mode.siting")}
          </Link>
        ) : recompute.isSuccess ? (
          <Link className="button button-primary" to="/vung-phu">
            {t("import.openCoverage")}
          </Link>
        ) : (
          <Button look="primary" isDisabled={recompute.isPending} onPress={() => recompute.mutate()}>
            {t("import.recompute")}
          </Button>
        )}
        <Link className="button button-plain" to="/so-du-lieu" search={{ register: registerOf[props.kind] }}>
          {t("import.openRegister")}
        </Link>
        <Button onPress={props.onAnother}>{t("import.another")}</Button>
      </div>
    </div>
  );
}
