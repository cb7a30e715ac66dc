/** A choice as changes of the baseline, as a scenario and a coverage run take them. */
import { closingOf, openingOf, stationAt } from "@firecover/coverage/siting/new-station";
import type { Change, FireStation } from "@firecover/domain";
import type { Candidate } from "./candidates.ts";
import type { ShownAnswer } from "./siting-context.ts";

/** The server writes the changes of the best choice; any other choice is written in the same way here. */
export function changesOfChoice(
  { answer, choice }: Pick<ShownAnswer, "answer" | "choice">,
  byId: ReadonlyMap<string, Pick<Candidate, "site">>,
  stations: readonly FireStation[],
  usualPrice: number | null,
): readonly Change[] {
  if (!choice) return [];
  if (choice === answer.best) return answer.changes;
  const ofBest = new Map(answer.changes.map((change) => [change.id, change]));
  // Sites without a price of their own all cost what a new station did when the question was solved.
  const priced = [...byId.values()].find(
    ({ site }) => site.priceMillionDong === null && ofBest.has(openingOf(stationAt(site), 0, null).id),
  );
  const usual = priced
    ? (ofBest.get(openingOf(stationAt(priced.site), 0, null).id)?.costMillionDong ?? 0)
    : (usualPrice ?? 0);
  return [
    ...choice.siteIds.flatMap((id): Change[] => {
      const site = byId.get(id)?.site;
      if (!site) return [];
      const opening = openingOf(stationAt(site), site.priceMillionDong ?? usual, null);
      return [ofBest.get(opening.id) ?? opening];
    }),
    ...choice.closedStationIds.flatMap((id): Change[] => {
      const station = stations.find((candidate) => candidate.id === id);
      return station ? [closingOf(station, null)] : [];
    }),
  ];
}
