/** What the scenario changes, in words, each with a way to see it and a way to take it back. */
import { useSearch } from "@tanstack/react-router";
import { useText } from "../i18n/use-text.ts";
import { useStore, useStorePart } from "../state/store.ts";
import { useIsPhone } from "../theme/use-media.ts";
import { ErrorState, Skeleton } from "../ui/states.tsx";
import { ChangeRows } from "./change-rows.tsx";
import { CheckNotice } from "./check-notice.tsx";
import { LoadNotice } from "./load-notice.tsx";
import { SaveNotice } from "./save-notice.tsx";
import { SelectedCard } from "./selected-card.tsx";
import { useOpenWhatIf } from "./use-open-what-if.ts";
import { openFault, openTry, type WhatIf } from "./what-if-now.ts";
import "./what-if.css";

export default function WhatIfPanel() {
  const { t } = useText();
  const scenarioId = useSearch({ from: "__root__" }).scenario;
  const whatIf = useOpenWhatIf();
  const fault = useStore(openFault);
  const isFaulty = fault !== null && fault.scenarioId === scenarioId;
  return (
    <section className="what-if-panel" aria-labelledby="what-if-title">
      <header className="panel-section-head">
        <h3 id="what-if-title">{t("whatIf.title")}</h3>
        {whatIf && <SaveNotice whatIf={whatIf} />}
      </header>
      {isFaulty ? (
        <ErrorState
          what={t("whatIf.failedWhat")}
          error={fault.error}
          onRetry={() => openTry.set(openTry.get() + 1)}
        />
      ) : whatIf ? (
        <OpenPanel whatIf={whatIf} />
      ) : (
        <Skeleton lines={2} height={28} />
      )}
    </section>
  );
}

function OpenPanel({ whatIf }: { whatIf: WhatIf }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const load = useStorePart(whatIf.province.state, (state) => state.load);
  const fault = useStorePart(whatIf.province.state, (state) => state.fault);
  const hasChanges = useStore(whatIf.desk.hasChanges);
  if (load.state !== "ready") return <LoadNotice load={load} />;
  return (
    <>
      {fault && (
        <p className="what-if-bad" role="alert">
          {t("whatIf.fault", { reason: fault })}
        </p>
      )}
      <ChangeRows whatIf={whatIf} baseline={load.baseline} />
      {!isPhone && <SelectedCard whatIf={whatIf} />}
      {isPhone && hasChanges && (
        <p className="what-if-check">
          <CheckNotice whatIf={whatIf} />
        </p>
      )}
    </>
  );
}
