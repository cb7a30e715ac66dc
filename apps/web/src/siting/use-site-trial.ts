/** Tries a chosen site elsewhere: the worker that scenarios use answers each position at once, beside the choice as it was proven. */
import type { Change, LonLat } from "@firecover/domain";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { runCoverage } from "../api/coverage-runs.ts";
import { getScenario } from "../api/scenarios.ts";
import { createLiveProvince } from "../what-if/live-province.ts";
import { startLiveWorker } from "../what-if/live-worker.ts";
import type { LiveAnswer, Question } from "../what-if/protocol.ts";
import { changesOfChoice } from "./changes-of-choice.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";

export interface SiteTrial {
  /** Where each site that was moved stands now. */
  readonly moved: ReadonlyMap<string, LonLat>;
  /** The choice as proven, and with the moved sites; null until the road network is there. */
  readonly proven: LiveAnswer | null;
  readonly tried: LiveAnswer | null;
  readonly error: unknown;
  /** Begins to fetch the road network. */
  prepare(): void;
  move(siteId: string, to: LonLat | null): void;
}

const stationIdOf = (change: Change) => (change.kind === "openStation" ? change.station.id : null);

/** The choice's changes with some of its stations elsewhere. */
export function changesWith(
  changes: readonly Change[],
  moved: ReadonlyMap<string, LonLat>,
): readonly Change[] {
  const places = new Map([...moved].map(([siteId, to]) => [`site-${siteId}`, to]));
  return changes.map((change) => {
    const to = places.get(stationIdOf(change) ?? "");
    return to && change.kind === "openStation"
      ? { ...change, station: { ...change.station, location: to } }
      : change;
  });
}

export function useSiteTrial(shown: ShownAnswer): SiteTrial {
  const { byId, stations, usualPrice } = useSiting();
  const { question } = shown.run;
  const [isWanted, setIsWanted] = useState(false);
  const [moved, setMoved] = useState<ReadonlyMap<string, LonLat>>(new Map());
  const showAt = useRef<((places: ReadonlyMap<string, LonLat>) => void) | null>(null);
  const [answers, setAnswers] = useState<{
    proven: LiveAnswer | null;
    tried: LiveAnswer | null;
    error: unknown;
  }>({
    proven: null,
    tried: null,
    error: null,
  });
  const before = useQuery({
    queryKey: ["trial-ground", question.parameters, question.scenarioId],
    queryFn: async ({ signal }) => ({
      runId: await runCoverage(question.parameters, () => {}, signal),
      changes: question.scenarioId ? (await getScenario(question.scenarioId, signal)).record.changes : [],
    }),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const latest = useRef(moved);
  latest.current = moved;

  const ground = before.data;
  useEffect(() => {
    if (!ground) return;
    const changes = [...ground.changes, ...changesOfChoice(shown, byId, stations, usualPrice)];
    const asked: Question = {
      thresholdMillis: shown.answer.thresholdMinutes * 60_000,
      certainty: question.certainty,
      communeIndex: -1,
    };
    const started = createLiveProvince(ground.runId, startLiveWorker, flushSync);
    const show = (places: ReadonlyMap<string, LonLat>) =>
      started.show(changesWith(changes, places), asked, false);
    let proven: LiveAnswer | null = null;
    const stop = started.state.subscribe(() => {
      const { live, load } = started.state.get();
      if (load.state === "failed") return setAnswers((now) => ({ ...now, error: load.error }));
      if (!live) return;
      if (proven === null) {
        proven = live;
        // What was dragged while the network was on its way.
        if (latest.current.size > 0) show(latest.current);
      }
      setAnswers({ proven, tried: live, error: null });
    });
    show(new Map());
    // Until the proven choice is answered every other question would take its turn.
    showAt.current = (places) => proven && show(places);
    return () => {
      stop();
      started.close();
      showAt.current = null;
    };
  }, [ground, shown, byId, stations, usualPrice, question]);

  const move = useCallback((siteId: string, to: LonLat | null) => {
    const next = new Map(latest.current);
    if (to) next.set(siteId, to);
    else next.delete(siteId);
    latest.current = next;
    setMoved(next);
    showAt.current?.(next);
  }, []);
  return { moved, ...answers, error: answers.error ?? before.error, prepare: () => setIsWanted(true), move };
}
