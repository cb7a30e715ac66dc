/** The stamp under every screen: whether the result is current, what it was computed from, and when. */
import { type Label, type LayerName, layerLabels } from "@firecover/domain";
import { Check, TriangleAlert } from "lucide-react";
import { useProject } from "../api/project.ts";
import { useShownRun } from "../coverage/use-shown-run.ts";
import { useText } from "../i18n/use-text.ts";
import { Spinner } from "../ui/states.tsx";
import { shortHash } from "./short-hash.ts";
import "./stamp-bar.css";

const layersShown: readonly LayerName[] = ["roads", "premises", "water-sources", "fire-stations"];

export function StampBar() {
  const { t, rich, label, format } = useText();
  const { data: project } = useProject();
  const { run, isComputing, isStale } = useShownRun();
  const stamp = run?.stamp;
  const isSynthetic = project?.isSynthetic || stamp?.isSynthetic;
  return (
    <footer className="stamp-bar">
      <ul aria-label={t("stamp.label")}>
        <li aria-live="polite">
          {isComputing ? (
            <Spinner label={t("stamp.running")} />
          ) : !stamp ? (
            t("stamp.none")
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
        {project?.layers
          .filter(({ layer, count }) => count > 0 && layersShown.some((shown) => shown === layer))
          .map(({ layer, sources, dataDateTo }) => (
            <li key={layer}>
              {t("stamp.layer", {
                layer: label((layerLabels as Readonly<Record<string, Label>>)[layer]!),
                source: sources.join(", "),
                date: dataDateTo ? format.date(dataDateTo) : "–",
              })}
            </li>
          ))}
        {stamp && <li>{t("stamp.engine", { version: stamp.engineVersion })}</li>}
      </ul>
      {isSynthetic && <strong className="stamp-synthetic">{t("stamp.synthetic")}</strong>}
    </footer>
  );
}
