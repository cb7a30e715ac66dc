/** Sources of the register put to use: the broken repaired, natural water given a place to draw from. */
import type { UnitPrices, WaterSource } from "@firecover/domain";
import { reachedByEngine } from "../water.ts";
import { isHydrant } from "../water-capacity.ts";
import { type FixDraft, noDetails, plannedAs } from "./fix-draft.ts";
import type { Gaps } from "./fix-gaps.ts";
import {
  describeSource,
  freedBySources,
  newHydrantLps,
  priceOfRepair,
  sourceId,
  supplyIf,
  type WaterNeeds,
} from "./fix-water.ts";

/** Broken sources, and those that are dry for a part of the year. One of unknown state is to be looked at, not repaired. */
export function sourceRepairs(gaps: Gaps, needs: WaterNeeds, prices: UnitPrices): FixDraft[] {
  const { prepared, reach } = gaps;
  const { waterSources } = prepared.input;
  const isRepairable = ({ state }: WaterSource) => state === "broken" || state === "seasonal";
  const repaired = waterSources.map((source) =>
    isRepairable(source)
      ? { ...source, state: "working" as const, flowLps: flowAfterRepair(source) }
      : source,
  );
  const improved = supplyIf(gaps, repaired, reachedByEngine(prepared.water.approaches, reach.engineEdge));
  const freedBy = freedBySources(gaps, needs, improved);
  return waterSources.flatMap((source, s): FixDraft[] => {
    if (!isRepairable(source)) return [];
    const id = `repair:${source.id}`;
    const costMillionDong = priceOfRepair(source, prices);
    return [
      {
        id,
        kind: "repair-source",
        cause: "water",
        costMillionDong,
        isSeenByRuns: true,
        freed: freedBy(s),
        describe: () => ({
          ...noDetails,
          location: source.location,
          roadName: roadBeside(gaps, s),
          source: describeSource(repaired[s]!, improved.capacity[s]!, false),
          changes: [
            {
              kind: "repairWaterSource",
              waterSourceId: source.id,
              flowLps: repaired[s]!.flowLps,
              volumeM3: null,
              ...plannedAs(id.slice(0, 80), costMillionDong),
            },
          ],
        }),
      },
    ];
  });
}

function flowAfterRepair(source: WaterSource): number | null {
  return source.flowLps ?? (isHydrant(source) ? newHydrantLps : null);
}

/** A place to draw from at natural water that an engine gets beside, unless it is known to lie too deep. */
export function suctionPoints(gaps: Gaps, needs: WaterNeeds, prices: UnitPrices): FixDraft[] {
  const { prepared, reach } = gaps;
  const { waterSources, standard } = prepared.input;
  const deepest = standard.draftingLiftMetres.value;
  const isReached = reachedByEngine(prepared.water.approaches, reach.engineEdge);
  const isSuitable = (source: WaterSource, s: number) =>
    source.kind === "natural-candidate" &&
    source.state !== "broken" &&
    isReached[s] === 1 &&
    (source.liftMetres ?? 0) <= deepest;
  const built = waterSources.map(
    (source, s): WaterSource =>
      isSuitable(source, s)
        ? {
            ...source,
            id: sourceId(`suction-${source.id}`),
            kind: "drafting-point",
            state: "working",
            liftMetres: source.liftMetres ?? deepest,
            lastCheckDate: null,
          }
        : source,
  );
  const improved = supplyIf(gaps, built, isReached);
  const freedBy = freedBySources(gaps, needs, improved);
  return waterSources.flatMap((source, s): FixDraft[] => {
    if (!isSuitable(source, s)) return [];
    const id = `suction:${source.id}`;
    const costMillionDong = prices.suctionPoint.value;
    return [
      {
        id,
        kind: "suction-point",
        cause: "water",
        costMillionDong,
        isSeenByRuns: true,
        freed: freedBy(s),
        describe: () => ({
          ...noDetails,
          location: source.location,
          roadName: roadBeside(gaps, s),
          source: describeSource(built[s]!, improved.capacity[s]!, true),
          changes: [
            {
              kind: "addWaterSource",
              waterSource: built[s]!,
              ...plannedAs(id.slice(0, 80), costMillionDong),
            },
          ],
        }),
      },
    ];
  });
}

function roadBeside({ prepared }: Gaps, s: number): string | null {
  const { approaches } = prepared.water;
  const { network } = prepared.input;
  const k = approaches.start(s, Number.POSITIVE_INFINITY);
  return k < 0 ? null : (network.wayName[network.edgeWay[approaches.edge[k]!]!] ?? null);
}
