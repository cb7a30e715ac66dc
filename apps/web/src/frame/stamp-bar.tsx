/** The stamp under every screen: whether the result is current, what it was computed from, and when. */
import type { LayerName } from "@firecover/domain";
import { useSearch } from "@tanstack/react-router";
import { Check, TriangleAlert } from "lucide-react";
import { useProject } from "../api/project.ts";
import { CoverageSearch } from "../coverage/coverage-search.ts";
import { useShownRun } from "../coverage/use-shown-run.ts";
import type { MessageKey } from "../i18n/en.ts";
import { useText } from "../i18n/use-text.ts";
import { useStore, useStoreIf } from "../state/store.ts";
import { Spinner } from "../ui/states.tsx";
import { CheckWords } from "../what-if/check-notice.tsx";
import { whatIfNow } from "../what-if/what-if-now.ts";
import { RecalculateButton } from "./recalculate-button.tsx";
import { shortHash } from "./short-hash.ts";
import "./stamp-bar.css";

const layersShown = {
  roads: "stamp.roads",
  premises: "stamp.premises",
  "water-sources": "stamp.water",
} as const satisfies Partial<Record<LayerName, MessageKey>>;
const isShown = (layer: string): layer is keyof typeof layersShown => layer in layersShown;

export function StampBar() {
  const { t, rich, format } = useText();
  const { data: project } = useProject();
  const { run, isComputing, isStale } = useShownRun();
  const { shown } = CoverageSearch.parse(useSearch({ strict: false }));
  const whatIf = useStore(whatIfNow);
  const check = useStoreIf(whatIf?.check.state);
  const hasChanges = useStoreIf(whatIf?.desk.hasChanges);
  const scenario = hasChanges && shown !== "today" ? check : undefined;
  const stamp = (scenario?.state === "same" ? scenario.run : run)?.stamp;
  const isSynthetic = project?.isSynthetic || stamp?.isSynthetic;
  return (
    <footer className="stamp-bar">
      <ul aria-label={t("stamp.label")}>
        <li aria-live="polite">
          {scenario && stamp ? (
            <CheckWords check={scenario} />
          ) : isComputing ? (
            <Spinner label={t("stamp.running")} />
          ) : !stamp ? (
            t("stamp.none")
          ) : project?.isCurrentRunStale ? (
            <RecalculateButton />
          ) : isStale ? (
            <span className="stamp-stale">
              <TriangleAlert size={14} strokeWidth={1.7} aria-hidden />
              {t("stamp.stale")}
            </span>
          ) : (
            <span className="stamp-fresh">
              <Check size={14} strokeWidth={2} aria-hidden />
              {t("stamp.fresh")}
            </span>
          )}
        </li>
        {stamp && <li title={stamp.hash}>{rich("stamp.hash", { hash: shortHash(stamp.hash) })}</li>}
        {stamp && (
          <li>
            {t("stamp.computedAt", {
              time: format.clock(stamp.computedAt),
              date: format.date(stamp.computedAt),
            })}
          </li>
        )}
        {project?.layers.map(
          ({ layer, count, sources, dataDateTo }) =>
            count > 0 &&
            isShown(layer) && (
              <li key={layer}>
                {t("stamp.layer", {
                  layer: t(layersShown[layer]),
                  source: sources.join(", "),
                  date: dataDateTo ? format.month(dataDateTo) : "–",
                })}
              </li>
            ),
        )}
        {stamp && <li>{t("stamp.engine", { version: stamp.engineVersion })}</li>}
      </ul>
      {isSynthetic && <strong className="stamp-synthetic">{t("stamp.synthetic")}</strong>}
    </footer>
  );
}
