/** The field form on paper: each place with what to measure and empty boxes for value, date and surveyor. */
import {
  gapCauseLabels,
  type SurveyMeasurement,
  type SurveyQuestion,
  WorkingState,
  workingStateLabels,
} from "@firecover/domain";
import { useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useProject } from "../api/project.ts";
import { shortCommuneName } from "../coverage/commune-name.ts";
import type { CoverageData } from "../coverage/use-coverage-data.ts";
import { shortHash } from "../frame/short-hash.ts";
import type { Text } from "../i18n/use-text.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";
import type { SurveyRow } from "./survey-list.ts";
import "../why/print-sheet.css";
import "./survey-form.css";

interface Props {
  data: CoverageData;
  rows: readonly SurveyRow[];
  onClose: () => void;
}

const counts = ["20", "50", "100"] as const;

export function SurveyForm({ data, rows, onClose }: Props) {
  const text = useText();
  const { t, format, label } = text;
  const { data: project } = useProject();
  const [count, setCount] = useState<(typeof counts)[number]>("20");
  const names = new Map<string, string>(
    data.subjects.communes.map(({ code, name }) => [code, shortCommuneName(name)]),
  );
  const { stamp } = data.run;
  return (
    <ModalOverlay
      className="print-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="print-modal">
        <Dialog className="print-dialog" aria-label={t("analysis.form.preview")}>
          <div className="print-bar">
            <Select
              label={t("analysis.form.count")}
              value={count}
              choices={counts.map((value) => ({ value, label: value }))}
              onChange={setCount}
            />
            <Button look="primary" onPress={() => window.print()}>
              {t("analysis.form.print")}
            </Button>
            <Button onPress={onClose}>{t("analysis.form.close")}</Button>
          </div>
          <article className="print-sheet survey-form">
            <header>
              <p className="caption">{project?.provinceName}</p>
              <h1>{t("analysis.form.title")}</h1>
              {stamp.isSynthetic && (
                <p>
                  <strong className="why-synthetic">{t("stamp.synthetic")}</strong>
                </p>
              )}
              <p>{t("analysis.form.intro")}</p>
            </header>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("analysis.rank")}</th>
                  <th scope="col">{t("analysis.form.place")}</th>
                  <th scope="col">{t("analysis.form.what")}</th>
                  <th scope="col">{t("analysis.form.now")}</th>
                  <th scope="col">{t("analysis.form.passes")}</th>
                  <th scope="col">{t("analysis.form.value")}</th>
                  <th scope="col">{t("analysis.form.dateAndName")}</th>
                </tr>
              </thead>
              {rows.slice(0, Number(count)).map(({ step, measurements }) => (
                <tbody key={step.rank}>
                  {measurements.flatMap((measurement) =>
                    measurement.questions.map((question, index) => (
                      <tr key={`${measurement.id} ${question.attribute}`}>
                        {index === 0 && (
                          <>
                            <td rowSpan={measurement.questions.length}>{step.rank}</td>
                            <td rowSpan={measurement.questions.length}>
                              <Place measurement={measurement} communeName={names} />
                              <span className="caption">
                                {label(gapCauseLabels[step.cause])}.{" "}
                                {t("analysis.form.decides", {
                                  people: format.count(step.people),
                                  premises: format.count(step.premises),
                                })}
                              </span>
                            </td>
                          </>
                        )}
                        <td>{t(`analysis.survey.attribute.${question.attribute}`)}</td>
                        <td>{onRecord(question, text)}</td>
                        <td>{passWords(question, text)}</td>
                        <td className="survey-box" />
                        <td className="survey-box" />
                      </tr>
                    )),
                  )}
                </tbody>
              ))}
            </table>
            <footer className="caption">
              <span>
                {t("why.print.stamp", {
                  hash: shortHash(stamp.hash),
                  time: format.clock(stamp.computedAt),
                  date: format.date(stamp.computedAt),
                  version: stamp.engineVersion,
                })}
              </span>
              <span>{t("analysis.form.printed", { date: format.date(new Date().toISOString()) })}</span>
            </footer>
          </article>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Name, commune, length and coordinates: enough to find it without a map. */
function Place({
  measurement,
  communeName,
}: {
  measurement: SurveyMeasurement;
  communeName: ReadonlyMap<string, string>;
}) {
  const { t, format } = useText();
  const { name, subject, communeCode, lengthMetres, location, waterSourceId, premisesId } = measurement;
  const [lon, lat] = location;
  const words = [
    communeCode && communeName.get(communeCode),
    lengthMetres !== null && format.metres(lengthMetres),
    waterSourceId ?? premisesId,
    // Five decimals are a metre; with points, as navigators take them.
    `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
  ].filter(Boolean);
  return (
    <>
      <b>{name ?? t(`analysis.survey.subject.${subject}`)}</b>
      <br />
      {words.join(" · ")}
      <br />
    </>
  );
}

function onRecord({ attribute, current }: SurveyQuestion, { t, label }: Text): string {
  if (current === null || current === "unknown") return t("analysis.form.unknown");
  const state = attribute === "state" ? WorkingState.safeParse(current).data : undefined;
  return state ? label(workingStateLabels[state]) : current;
}

/** Answers that are yes or no. */
const passesBy = {
  state: "analysis.form.working",
  "turning-place": "analysis.form.turns",
  drafting: "analysis.form.drafts",
} as const;

function passWords({ passes, unit, attribute }: SurveyQuestion, { t, format }: Text): string {
  if (attribute in passesBy) return t(passesBy[attribute as keyof typeof passesBy]);
  if (!passes) return "–";
  const { least, most } = passes;
  const unitWord = unit ? t(`analysis.form.unit.${unit}`) : "";
  const write = (value: number) => format.decimal(value, Number.isInteger(value) ? 0 : 1);
  return [
    least !== null && t("analysis.form.least", { value: write(least), unit: unitWord }),
    most !== null && t("analysis.form.most", { value: write(most), unit: unitWord }),
  ]
    .filter(Boolean)
    .join(", ");
}
