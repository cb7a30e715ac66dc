/** How old each layer is that the answer rests on, and what in it is assumed. */
import { certaintyLabels, type Explanation, type Label, layerLabels } from "@firecover/domain";
import { useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";

const layers = ["roads", "premises", "water-sources", "fire-stations"] as const;

export function DataDates({ explanation }: { explanation: Explanation }) {
  const { t, label, format } = useText();
  const { data: project } = useProject();
  const shown = layers.flatMap(
    (layer) => project?.layers.filter((each) => each.layer === layer && each.count > 0) ?? [],
  );
  return (
    <section className="why-section why-dates caption">
      <p>
        <b>{t("why.dates")}.</b>{" "}
        {shown
          .map(({ layer, sources, dataDateTo }) =>
            t("why.dates.layer", {
              layer: label((layerLabels as Readonly<Record<string, Label>>)[layer]!),
              source: sources.join(", "),
              date: dataDateTo ? format.date(dataDateTo) : "–",
            }),
          )
          .join(" ")}{" "}
        {t("why.dates.assumptions")}
      </p>
      <p>
        {t("why.certainty", {
          certainty: label(certaintyLabels[explanation.certainty]).toLowerCase(),
        })}
        {project?.isSynthetic && (
          <>
            {" · "}
            <strong className="why-synthetic">{t("stamp.synthetic")}</strong>
          </>
        )}
      </p>
    </section>
  );
}
