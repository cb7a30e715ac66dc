/** A mini-engine at the station that is there first: it enters where the run's engine does not. */
import { type UnitPrices, vehicleClasses } from "@firecover/domain";
import { hoseAt } from "../access.ts";
import { accessOfClass } from "../access-of-class.ts";
import { accessReach } from "../access-reach.ts";
import type { Approaches } from "../approach.ts";
import { type FixDraft, noDetails, plannedAs } from "./fix-draft.ts";
import { failingPlaces, type Gaps } from "./fix-gaps.ts";

/** Frees the places whose first crew comes from that station and near which a mini-engine from there can stop. */
export function miniEngines(gaps: Gaps, prices: UnitPrices): FixDraft[] {
  const { prepared, certainty, places } = gaps;
  const { input, roads } = prepared;
  const { network, parameters, stations } = input;
  const mini = vehicleClasses["mini-engine"];
  if (vehicleClasses[parameters.vehicleClass].clearWidthMetres <= mini.clearWidthMetres) return [];
  const { drive, turnable, gates, reachMillimetres } = accessOfClass(prepared, mini.id)[certainty];
  const failing = [failingPlaces(places[0], "access"), failingPlaces(places[1], "access")] as const;

  return stations.flatMap((station, j): FixDraft[] => {
    const hasOne = station.vehicles.some(
      ({ vehicleClass, count, state }) => vehicleClass === mini.id && count > 0 && state === "in-service",
    );
    const served = (p: 0 | 1) => failing[p].filter((i) => places[p].answers.stationIndex[i] === j);
    const asked = [served(0), served(1)] as const;
    if (hasOne || asked[0].length + asked[1].length === 0) return [];
    const { stops, nodeHose } = accessReach(drive, turnable, gates, (other) => other === j, roads.hoseQuery);
    const isNear = (approaches: Approaches, i: number) => {
      const limit = reachMillimetres + 1;
      for (let k = approaches.start(i, limit); k >= 0; k = approaches.next(i, k, limit)) {
        const hose = hoseAt(
          network,
          stops,
          nodeHose.cost,
          approaches.edge[k]!,
          approaches.alongMillimetres[k]!,
        );
        if (hose + approaches.hoseMillimetres[k]! <= reachMillimetres) return true;
      }
      return false;
    };
    const freedOf = (p: 0 | 1) => asked[p].filter((i) => isNear(places[p].placed.approaches, i));
    const id = `mini-engine:${station.id}`;
    const costMillionDong = prices.miniEngine.value;
    return [
      {
        id,
        kind: "mini-engine",
        cause: "access",
        costMillionDong,
        isSeenByRuns: false,
        freed: [freedOf(0), freedOf(1)],
        describe: () => ({
          ...noDetails,
          location: station.location,
          station: { id: station.id, name: station.name },
          vehicles: { vehicleClass: mini.id, count: 1 },
          changes: [
            {
              kind: "addVehicle",
              stationId: station.id,
              vehicleClass: mini.id,
              count: 1,
              ...plannedAs(id.slice(0, 80), costMillionDong),
            },
          ],
        }),
      },
    ];
  });
}
