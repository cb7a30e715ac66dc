/** One site on one A4 page: where it is, what it brings, how it stands to the conditions, what could stand in for it. */
import type { Project } from "../api/project.ts";
import { timeClasses } from "../coverage/time-classes.ts";
import { shortHash } from "../frame/short-hash.ts";
import { attributionOf } from "../map/attribution.ts";
import { VietNamInset } from "../map/viet-nam-inset.tsx";
import { palettes } from "../theme/palette.ts";
import { PrintedScale } from "../why/printed-map.tsx";
import { answerWords, choiceWords } from "./answer-words.ts";
import { ConditionList } from "./candidate-details.tsx";
import { amount } from "./condition-words.ts";
import { money, siteNames } from "./measure.ts";
import type { SiteMapImage } from "./site-map-images.ts";
import { ShareDetails, ShareFacts } from "./site-shares.tsx";
import { type ShownAnswer, useSiting } from "./siting-context.ts";
import { useSitingText } from "./siting-text.tsx";
import { siteMapSize } from "./use-site-maps.ts";

interface Props {
  shown: ShownAnswer;
  siteId: string;
  project: Project;
  image: SiteMapImage | null;
  page: number;
  pages: number;
}

export function SitePage({ shown, siteId, project, image, page, pages }: Props) {
  const text = useSitingText();
  const { t, format } = text;
  const { byId, usualPrice } = useSiting();
  const { run, answer, choice } = shown;
  const candidate = byId.get(siteId);
  const share = answer.sites.find((one) => one.siteId === siteId);
  if (!candidate || !choice) return null;
  const { site, number } = candidate;
  const words = answerWords(shown, byId, text);
  const opening = answer.changes.find(
    (change) => change.kind === "openStation" && change.station.id === `site-${siteId}`,
  );
  const assumed = opening?.costMillionDong ?? usualPrice;
  const price =
    site.priceMillionDong !== null
      ? money(site.priceMillionDong, text)
      : assumed !== null && `${money(assumed, text)} (${t("siting.assumed")})`;
  const finished = run.finishedAt ?? run.startedAt;
  return (
    <article className="print-sheet site-sheet">
      <header>
        <p className="caption">{t("siting.print.title")}</p>
        <h1>{t("siting.print.site", { number, name: site.name })}</h1>
        <p>
          {[
            `${format.decimal(site.location[1], 3)}, ${format.decimal(site.location[0], 3)}`,
            site.areaSquareMetres !== null && amount(site.areaSquareMetres, "m²", text),
            price,
            project.provinceName,
          ]
            .filter(Boolean)
            .join(" · ")}
          {(project.isSynthetic || run.isSynthetic) && (
            <strong className="site-synthetic"> · {t("stamp.synthetic")}</strong>
          )}
        </p>
      </header>
      <p className="site-sheet-answer">
        <b>{words.number}</b> {words.sentence};{" "}
        {t("siting.print.costAndProof", {
          cost: money(choice.costMillionDong, text),
          proof: t(`siting.proofOf.${answer.status}`),
        })}
      </p>
      <SiteMap shown={shown} project={project} image={image} />
      <div className="site-sheet-columns">
        <section>
          <h2>{t("siting.rules")}</h2>
          <ConditionList candidate={candidate} />
        </section>
        <section>
          {share && (
            <>
              <h2>{t("siting.print.worth")}</h2>
              <ShareFacts share={share} shown={shown} />
              <ShareDetails share={share} shown={shown} />
            </>
          )}
          <OtherChoices shown={shown} />
        </section>
      </div>
      <footer className="caption">
        <span>
          {run.stampHash && t("siting.stamp", { hash: shortHash(run.stampHash) })}{" "}
          {t("stamp.computedAt", { time: format.clock(finished), date: format.date(finished) })}
        </span>
        <span>{t("siting.print.page", { date: format.date(new Date().toISOString()), page, pages })}</span>
      </footer>
    </article>
  );
}

/** The first of the ranking, this one marked. */
function OtherChoices({ shown }: { shown: ShownAnswer }) {
  const text = useSitingText();
  const { t } = text;
  const { byId } = useSiting();
  const words = (index: number) => choiceWords(shown, index, text);
  return (
    <>
      <h2>{t("siting.ranking")}</h2>
      <ol className="printed-choices">
        {shown.choices.slice(0, Math.max(5, shown.index + 1)).map((choice, index) => (
          <li
            key={choice.siteIds.join()}
            className={index === shown.index ? "printed-choice-shown" : undefined}
          >
            <span>
              {index + 1}. {siteNames(choice.siteIds, (id) => String(byId.get(id)?.number ?? id), text)}
            </span>
            <span className="number">
              {words(index).value}, {words(index).cost}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function SiteMap({ shown, project, image }: Pick<Props, "shown" | "project" | "image">) {
  const { t } = useSitingText();
  return (
    <figure className="printed-map" style={siteMapSize}>
      {image && <img src={image.url} {...siteMapSize} alt={t("siting.map")} />}
      <figcaption>
        <b className="caption">{t("coverage.legendMinutes")}</b>
        <ul className="printed-classes caption">
          {timeClasses(Math.round(shown.answer.thresholdMinutes), palettes.light).map(
            ({ fromMinutes, toMinutes, colour, mark }) => (
              <li key={fromMinutes}>
                <svg width="44" height="6" aria-hidden="true">
                  <path d="M0 3H44" stroke={colour} strokeWidth="6" />
                  {mark !== "none" && (
                    <path
                      d="M2 3H44"
                      stroke="#FFFFFF"
                      strokeWidth="1.4"
                      strokeDasharray={mark === "dots" ? "2 5" : "5 3"}
                    />
                  )}
                </svg>
                {fromMinutes === 0
                  ? `≤ ${toMinutes}`
                  : toMinutes === Number.POSITIVE_INFINITY
                    ? `> ${fromMinutes}`
                    : `${fromMinutes}–${toMinutes}`}
              </li>
            ),
          )}
        </ul>
        <div className="printed-foot">
          {image && <PrintedScale metresPerPixel={image.metresPerPixel} />}
          <span className="caption">{attributionOf(project)}</span>
        </div>
      </figcaption>
      <div className="printed-north">
        <svg width="14" height="20" viewBox="0 0 16 22" aria-hidden="true">
          <path d="M8 0l5 11H3z" fill="#A32018" />
          <path d="M8 22l5-11H3z" fill="#7F858E" />
        </svg>
        {t("why.print.north")}
      </div>
      {project.bounds && <VietNamInset bounds={project.bounds} />}
    </figure>
  );
}
