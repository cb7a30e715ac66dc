/** What the answer was computed from, and whether its data are invented. */
import type { SitingRun } from "@firecover/domain";
import { shortHash } from "../frame/short-hash.ts";
import { useSitingText } from "./siting-text.tsx";

export function StampLine({ run }: { run: SitingRun }) {
  const { t, format } = useSitingText();
  const at = run.finishedAt ?? run.startedAt;
  return (
    <p className="caption stamp-line">
      {run.stampHash && (
        <span title={run.stampHash}>{t("siting.stamp", { hash: shortHash(run.stampHash) })}</span>
      )}{" "}
      {t("stamp.computedAt", { time: format.clock(at), date: format.date(at) })}
      {run.isSynthetic && <strong> · {t("stamp.synthetic")}</strong>}
    </p>
  );
}
