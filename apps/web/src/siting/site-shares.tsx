/** What each chosen site is worth: alone, as the last one, in the trials; what could stand in for it, and its ring. */
import type { SiteShare } from "@firecover/domain";
import { PanelSection } from "../ui/panel.tsx";
import { metresBetween } from "../what-if/places-after.ts";
import { directionTo } from "./compass.ts";
import { siteNames, unitOf, weightText } from "./measure.ts";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { type SitingText, useSitingText } from "./siting-text.tsx";
import "./site-shares.css";

export function SiteShares({ shown }: { shown: ShownAnswer }) {
  const text = useSitingText();
  const { t } = text;
  const { search, setSearch, byId } = useSiting();
  const { answer, choice } = shown;
  // Worths are reckoned for the best choice; of others only what stands in both is known.
  const ids = new Set<string>(choice?.siteIds ?? []);
  const sites = answer.sites.filter(({ siteId }) => ids.has(siteId));
  const missing = [...ids].filter((id) => !sites.some(({ siteId }) => siteId === id));
  if (sites.length === 0) return null;
  return (
    <PanelSection title={t("siting.shares")} {...(shown.index > 0 && { aside: t("siting.sharesOfBest") })}>
      <ul className="site-shares">
        {sites.map((share) => {
          const isOpen = search.site === share.siteId;
          const candidate = byId.get(share.siteId);
          return (
            <li key={share.siteId}>
              <button
                type="button"
                className="site-share-head"
                aria-expanded={isOpen}
                onClick={() => setSearch({ site: isOpen ? undefined : share.siteId })}
              >
                <span className="site-badge">{candidate?.number ?? "–"}</span>
                <span className="site-share-name">{candidate?.site.name ?? share.siteId}</span>
              </button>
              <ShareFacts share={share} shown={shown} />
              {isOpen && <ShareDetails share={share} shown={shown} />}
            </li>
          );
        })}
      </ul>
      {missing.length > 0 && (
        <p className="caption">
          {text.t("siting.sharesMissing", {
            sites: siteNames(missing, (id) => String(byId.get(id)?.number ?? id), text),
          })}
        </p>
      )}
    </PanelSection>
  );
}

/** An amount of the objective, in the unit in which a reader thinks of it. */
export function worth(value: number | null, { run }: ShownAnswer, text: SitingText): string {
  if (value === null) return text.t("siting.worth.unreached");
  const { aim, weight } = run.question;
  if (unitOf(aim) === "seconds")
    return text.t("siting.worth.seconds", { time: text.format.minutesSeconds(Math.abs(value)) });
  // Of everyone with backup, worths are of whom one station reaches.
  return weightText(Math.abs(value), aim === "most-backup" ? aim : "most-covered", weight, text);
}

export function ShareFacts({ share, shown }: { share: SiteShare; shown: ShownAnswer }) {
  const text = useSitingText();
  const { t, format } = text;
  return (
    <dl className="site-share-facts">
      <div>
        <dt>{t("siting.share.alone")}</dt>
        <dd>{worth(share.alone, shown, text)}</dd>
      </div>
      <div>
        <dt>{t("siting.share.last")}</dt>
        <dd>{worth(share.last, shown, text)}</dd>
      </div>
      {share.keptShare !== null && (
        <div>
          <dt>{t("siting.share.kept")}</dt>
          <dd>{format.percent(share.keptShare, 0)}</dd>
        </div>
      )}
    </dl>
  );
}

export function ShareDetails({ share, shown }: { share: SiteShare; shown: ShownAnswer }) {
  const text = useSitingText();
  const { t, format } = text;
  const { byId } = useSiting();
  const { ring, replacements } = share;
  const from = byId.get(share.siteId)?.site.location;
  const lossText = (loss: number) =>
    Math.abs(loss) < 1e-9
      ? t("siting.loss.none")
      : t(loss > 0 ? "siting.loss.worse" : "siting.loss.better", { amount: worth(loss, shown, text) });
  return (
    <div className="site-share-details">
      <h4>{t("siting.replacements")}</h4>
      {replacements.length === 0 ? (
        <p className="caption">{t("siting.noReplacements")}</p>
      ) : (
        <ul>
          {replacements.slice(0, 5).map(({ siteId, loss }) => (
            <li key={siteId}>
              <span>
                {byId.get(siteId)?.number} {byId.get(siteId)?.site.name ?? siteId}
              </span>
              <span className="number">{lossText(loss)}</span>
            </li>
          ))}
        </ul>
      )}
      <h4>{t("siting.ring", { radius: format.metres(ring?.radiusMetres ?? 500) })}</h4>
      {!ring || ring.places.length === 0 ? (
        <p className="caption">{t("siting.noRing")}</p>
      ) : (
        <ul>
          {ring.places.slice(0, 5).map(({ location, roadName, loss }) => (
            <li key={location.join()}>
              <span>
                {roadName ?? t("siting.noRoadName")}
                {from && (
                  <span className="caption">
                    {t("siting.ring.place", {
                      distance: format.metres(Math.round(metresBetween(from, location) / 10) * 10),
                      direction: t(`siting.direction.${directionTo(from, location)}`),
                    })}
                  </span>
                )}
              </span>
              <span className="number">{lossText(loss)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
