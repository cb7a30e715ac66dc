/** Opens the scenario that the address names, and lets list, worker, server and keyboard act on each other. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { getCoverageRun, runCoverage } from "../api/coverage-runs.ts";
import { getScenario, saveScenario, scenariosQuery } from "../api/scenarios.ts";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { useCoverageSearch, useSetCoverageSearch } from "../coverage/use-coverage-search.ts";
import { createStore, useStore } from "../state/store.ts";
import { createLiveProvince, type LiveProvince } from "./live-province.ts";
import { startLiveWorker } from "./live-worker.ts";
import type { Question } from "./protocol.ts";
import { createScenarioDesk, type ScenarioDesk } from "./scenario-desk.ts";
import { createServerCheck } from "./server-check.ts";
import { useWhatIfKeys } from "./use-what-if-keys.ts";
import { type Bench, openFault, openTry, type WhatIf, whatIfNow } from "./what-if-now.ts";

interface Props {
  scenarioId: string;
  data: CoverageData;
  minutes: number;
}

export default function WhatIfConductor({ scenarioId, data, minutes }: Props) {
  const { as = "certain", commune, shown } = useCoverageSearch();
  const setSearch = useSetCoverageSearch();
  const desk = useDesk(scenarioId);
  const province = useProvince(data.run.id);
  const [whatIf, setWhatIf] = useState<WhatIf | null>(null);

  useEffect(() => {
    if (!desk || !province) return;
    const check = createServerCheck({
      run: (parameters, changes, signal) => runCoverage(parameters, () => {}, signal, changes),
      getRun: getCoverageRun,
      compare: province.isSameAsRun,
    });
    const bench = createStore<Bench>({ tool: "move", selected: null, isTodayHeld: false });
    const opened = { scenarioId, desk, province, check, bench };
    setWhatIf(opened);
    whatIfNow.set(opened);
    return () => {
      check.drop();
      setWhatIf(null);
      if (whatIfNow.get() === opened) whatIfNow.set(null);
    };
  }, [scenarioId, desk, province]);

  const question = useRef<Question>(null!);
  question.current = {
    thresholdMillis: minutes * 60_000,
    certainty: as,
    communeIndex: data.subjects.communes.findIndex(({ code }) => code === commune),
  };
  const { parameters } = data.run;
  useEffect(() => {
    if (!whatIf) return;
    return follow(whatIf, () => question.current, parameters);
  }, [whatIf, parameters]);
  // Roads are told apart by certainty: another one is another drawing, of the same list.
  useEffect(() => {
    if (!whatIf) return;
    const { draft, history } = whatIf.desk.state.get();
    if (history.now.length > 0) whatIf.province.show(draft ?? history.now, question.current, draft === null);
  }, [whatIf, as]);

  const isTodayShown = shown === "today";
  useEffect(() => {
    if (!whatIf || !isTodayShown) return;
    // Who changes something wants to see it.
    let now = whatIf.desk.state.get().history.now;
    return whatIf.desk.state.subscribe(() => {
      const { draft, history } = whatIf.desk.state.get();
      if (draft || history.now !== now) setSearch({ shown: undefined });
      now = history.now;
    });
  }, [whatIf, isTodayShown, setSearch]);
  useWhatIfKeys(whatIf);
  return null;
}

/** Every new list goes to the worker; one at rest that the worker has answered goes to the server. */
function follow(
  { desk, province, check }: WhatIf,
  question: () => Question,
  parameters: CoverageData["run"]["parameters"],
): () => void {
  let asked = desk.state.get().history.now;
  let wasInAir = false;
  let checked: unknown = null;
  const stopDesk = desk.state.subscribe(() => {
    const { draft, history } = desk.state.get();
    const changes = draft ?? history.now;
    const isInAir = draft !== null;
    if (changes === asked && isInAir === wasInAir) return;
    asked = changes;
    wasInAir = isInAir;
    if (isInAir) check.drop();
    province.show(changes, question(), !isInAir);
  });
  const stopProvince = province.state.subscribe(() => {
    const { settled, isAhead } = province.state.get();
    if (!settled || isAhead || settled === checked) return;
    checked = settled;
    if (settled.changes.length > 0) check.ask(parameters, settled.changes);
    else check.drop();
  });
  return () => {
    stopDesk();
    stopProvince();
  };
}

function useDesk(scenarioId: string): ScenarioDesk | null {
  const queryClient = useQueryClient();
  const attempt = useStore(openTry);
  const [desk, setDesk] = useState<ScenarioDesk | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    let opened: ScenarioDesk | undefined;
    const refreshList = () => queryClient.invalidateQueries({ queryKey: scenariosQuery.queryKey });
    getScenario(scenarioId, abort.signal).then(
      (scenario) => {
        opened = createScenarioDesk(scenario, saveScenario, refreshList);
        openFault.set(null);
        setDesk(opened);
      },
      (error: unknown) => {
        if (!abort.signal.aborted) openFault.set({ scenarioId, error });
      },
    );
    return () => {
      abort.abort();
      opened?.close();
      openFault.set(null);
      setDesk(null);
    };
  }, [scenarioId, attempt, queryClient]);
  return desk;
}

function useProvince(runId: string): LiveProvince | null {
  const attempt = useStore(openTry);
  const [province, setProvince] = useState<LiveProvince | null>(null);
  useEffect(() => {
    const started = createLiveProvince(runId, startLiveWorker, flushSync);
    setProvince(started);
    return () => {
      started.close();
      setProvince(null);
    };
  }, [runId, attempt]);
  return province;
}
