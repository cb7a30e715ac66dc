/** One or two engines more at a station: works for the force cause, and for time where it had none in service. */
import type { FireStation, UnitPrices } from "@firecover/domain";
import { sendsFirstCrew } from "../engine-count.ts";
import type { Arrivals } from "./fix-arrivals.ts";
import { crewEffect } from "./fix-crews.ts";
import { type FixDraft, noDetails, plannedAs } from "./fix-draft.ts";
import type { Gaps } from "./fix-gaps.ts";

/** A station takes so many more engines without being built anew; planning assumption. */
const mostMoreEngines = 2;

export function moreEngines(gaps: Gaps, arrivals: Arrivals, prices: UnitPrices): FixDraft[] {
  const drafts: FixDraft[] = [];
  gaps.prepared.input.stations.forEach((station, index) => {
    const isSilent = !sendsFirstCrew(station);
    for (let count = 1; count <= mostMoreEngines; count++) {
      const change = { station: withEngines(station, count), index, millis: arrivals.today[index]! };
      const effect = crewEffect(gaps, arrivals, change, isSilent);
      for (const cause of isSilent ? (["time", "force"] as const) : (["force"] as const)) {
        const costMillionDong = count * prices.engine.value;
        const changeId = `engines:${count}:${station.id}`.slice(0, 80);
        drafts.push({
          id: `${cause === "time" ? "time-" : ""}${changeId}`,
          workId: changeId,
          oneOf: `engines:${station.id}`,
          kind: "more-engines",
          cause,
          costMillionDong,
          isSeenByRuns: true,
          count,
          freed: effect.freed(cause),
          covered: effect.covered(cause),
          describe: () => ({
            ...noDetails,
            location: station.location,
            station: { id: station.id, name: station.name },
            vehicles: { vehicleClass: "engine", count },
            changes: [
              {
                kind: "addVehicle",
                stationId: station.id,
                vehicleClass: "engine",
                count,
                ...plannedAs(changeId, costMillionDong),
              },
            ],
          }),
        });
      }
    }
  });
  return drafts;
}

function withEngines(station: FireStation, count: number): FireStation {
  const vehicles = [
    ...station.vehicles,
    { vehicleClass: "engine" as const, count, state: "in-service" as const },
  ];
  return { ...station, vehicles };
}
