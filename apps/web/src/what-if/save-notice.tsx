/** Whether the scenario is kept; where two people changed it, both ways out. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { createScenario, scenariosQuery } from "../api/scenarios.ts";
import { useText } from "../i18n/use-text.ts";
import { useStorePart } from "../state/store.ts";
import { Button } from "../ui/button.tsx";
import { freeName } from "./free-name.ts";
import { openTry, type WhatIf } from "./what-if-now.ts";

export function SaveNotice({ whatIf }: { whatIf: WhatIf }) {
  const { t } = useText();
  const save = useStorePart(whatIf.desk.state, (state) => state.save);
  const saveError = useStorePart(whatIf.desk.state, (state) => state.saveError);
  if (save === "conflict") return <ConflictNotice whatIf={whatIf} />;
  if (save === "failed")
    return (
      <span className="what-if-bad" role="alert">
        {t("whatIf.saveFailed", { reason: saveError ?? "" })}{" "}
        <Button isCompact onPress={whatIf.desk.retrySave}>
          {t("state.retry")}
        </Button>
      </span>
    );
  if (saveError)
    return (
      <span className="what-if-bad" role="alert">
        {t("whatIf.nameRefused", { reason: saveError })}
      </span>
    );
  return <span className="caption">{t(save === "saved" ? "whatIf.saved" : "whatIf.saving")}</span>;
}

function ConflictNotice({ whatIf }: { whatIf: WhatIf }) {
  const { t } = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const keepMine = async () => {
    const { name, history } = whatIf.desk.state.get();
    const scenarios = await queryClient.fetchQuery(scenariosQuery);
    const copy = await createScenario({
      name: freeName(t("whatIf.copyName", { name }), scenarios),
      note: null,
      changes: history.now,
    });
    await queryClient.invalidateQueries({ queryKey: scenariosQuery.queryKey });
    await navigate({ to: ".", search: (old) => ({ ...old, scenario: copy.record.id }) });
  };
  return (
    <div className="what-if-conflict" role="alert">
      <p>{t("whatIf.conflict")}</p>
      <div className="what-if-actions">
        <Button isCompact onPress={() => openTry.set(openTry.get() + 1)}>
          {t("whatIf.takeTheirs")}
        </Button>
        <Button isCompact onPress={() => void keepMine()}>
          {t("whatIf.keepMine")}
        </Button>
      </div>
    </div>
  );
}
