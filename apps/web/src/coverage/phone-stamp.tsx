/** The stamp at the foot of a phone page, where there is no stamp bar. */
import type { CoverageRun } from "@firecover/domain";
import { useProject } from "../api/project.ts";
import { shortHash } from "../frame/short-hash.ts";
import { useText } from "../i18n/use-text.ts";

export function PhoneStamp({ run }: { run: CoverageRun }) {
  const { t, rich, format } = useText();
  const { data: project } = useProject();
  const { hash, computedAt, isSynthetic } = run.stamp;
  return (
    <p className="caption coverage-phone-stamp">
      {rich("stamp.hash", { hash: shortHash(hash) })} ·{" "}
      {t("stamp.computedAt", { time: format.clock(computedAt), date: format.date(computedAt) })}
      {(isSynthetic || project?.isSynthetic) && ` · ${t("stamp.synthetic")}`}
    </p>
  );
}
