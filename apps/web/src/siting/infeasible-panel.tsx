/** Why no choice keeps every rule: the places out of reach, the smallest threshold that works, or the rules at odds. */
import type { SitingAnswer, SitingRun } from "@firecover/domain";
import { Button } from "../ui/button.tsx";
import { useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { useUnreachable } from "./use-unreachable.ts";

const named = 12;

export function InfeasiblePanel({ answer, run }: { answer: SitingAnswer; run: SitingRun }) {
  const { t, format } = useSitingText();
  const { setSearch } = useSiting();
  const infeasibility = answer.infeasibility!;
  const { unreachableWeight, smallestThresholdMinutes, rule } = infeasibility;
  const places = useUnreachable(infeasibility);
  const minutes = format.decimal(answer.thresholdMinutes, Number.isInteger(answer.thresholdMinutes) ? 0 : 1);
  // Whole minutes are what a plan can be held to.
  const next = smallestThresholdMinutes === null ? null : Math.ceil(smallestThresholdMinutes);
  return (
    <section className="infeasible" role="status">
      <h3>{t("siting.infeasible")}</h3>
      {rule && <p>{t(`siting.infeasible.${rule}`)}</p>}
      {places.count > 0 && (
        <>
          <p>
            {t("siting.infeasible.places", {
              count: format.count(places.count),
              weight: format.count(unreachableWeight),
              what: t(`siting.unit.${run.question.weight}`),
              minutes,
            })}
          </p>
          <ul className="infeasible-places">
            {places.names.slice(0, named).map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          {places.total > named && (
            <p className="caption">
              {t(`siting.infeasible.more.${run.question.weight === "people" ? "communes" : "premises"}`, {
                count: format.count(places.total - named),
              })}
            </p>
          )}
        </>
      )}
      {smallestThresholdMinutes !== null && (
        <p>
          {t("siting.infeasible.smallest", {
            minutes: format.decimal(
              smallestThresholdMinutes,
              Number.isInteger(smallestThresholdMinutes) ? 0 : 1,
            ),
          })}
        </p>
      )}
      {next !== null && next > answer.thresholdMinutes && (
        <Button onPress={() => setSearch({ minutes: next })}>
          {t("siting.infeasible.take", { minutes: next })}
        </Button>
      )}
    </section>
  );
}

/** Beside a best choice: who is left out of an aim of everyone, because no site reaches them. */
export function LeftOut({ answer, run }: { answer: SitingAnswer; run: SitingRun }) {
  const { t, format } = useSitingText();
  const { unreachableWeight, smallestThresholdMinutes } = answer.infeasibility!;
  if (unreachableWeight <= 0) return null;
  const minutes = (value: number) => format.decimal(value, Number.isInteger(value) ? 0 : 1);
  return (
    <p className="left-out">
      {t("siting.leftOut", {
        weight: format.count(unreachableWeight),
        what: t(`siting.unit.${run.question.weight}`),
        minutes: minutes(answer.thresholdMinutes),
      })}{" "}
      {smallestThresholdMinutes !== null &&
        t("siting.leftOut.smallest", { minutes: minutes(smallestThresholdMinutes) })}
    </p>
  );
}
