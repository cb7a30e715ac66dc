/** Phone: the answer in one line over the map. */
import { choiceValue, siteNames, unitOf, unitText } from "./measure.ts";
import { onMap, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";

export function MapSentence() {
  const text = useSitingText();
  const siting = useSiting();
  const shown = onMap(siting);
  if (!shown?.choice) return null;
  const { answer, choice, aim } = shown;

  return (
    <p className="map-float map-sentence" role="status">
      <b>{unitText(unitOf(aim), choiceValue(aim, choice, answer), text)}</b>{" "}
      {text.t("siting.mapSentence", {
        sites: siteNames(choice.siteIds, (id) => String(siting.byId.get(id)?.number ?? id), text),
      })}
    </p>
  );
}
