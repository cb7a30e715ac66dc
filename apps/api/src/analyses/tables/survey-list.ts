/** The survey work list as a table: one row per visit, in the order of the steps. */
import {
  gapCauseLabels,
  type SurveyAttribute,
  type SurveyList,
  type SurveyMeasurement,
  type SurveyStep,
  type SurveySubject,
} from "@firecover/domain";
import { column, communeColumns, locationColumns, type Table, type TableNames, tableOf } from "../table.ts";

interface Row {
  readonly step: SurveyStep;
  readonly visit: SurveyMeasurement;
}

const subjectWords: Readonly<Record<SurveySubject, string>> = {
  road: "Đường, ngõ",
  "water-source": "Nguồn nước",
  station: "Đội chữa cháy",
  premises: "Cơ sở",
};

const attributeWords: Readonly<Record<SurveyAttribute, string>> = {
  width: "bề rộng",
  state: "tình trạng",
  flow: "lưu lượng",
  volume: "dung tích",
  lift: "độ cao hút",
  drafting: "xe hút được không",
  vehicles: "số xe",
  "turning-place": "chỗ quay xe",
  "building-volume": "khối tích nhà",
  storeys: "số tầng",
};

export function surveyListTable({ steps, measurements }: SurveyList, names: TableNames): Table {
  const visits = new Map(measurements.map((visit) => [visit.id, visit]));
  const rows = steps.flatMap((step) =>
    step.measurementIds.map((id): Row => ({ step, visit: visits.get(id)! })),
  );
  return tableOf<Row>(rows, [
    column("Thứ tự", ({ step }) => step.rank),
    column("Đối tượng", ({ visit }) => subjectWords[visit.subject]),
    column("Mã", ({ visit }) => visit.roadId ?? visit.waterSourceId ?? visit.stationId ?? visit.premisesId),
    column("Tên", ({ visit }) => visit.name),
    ...communeColumns<Row>(names, ({ visit }) => visit.communeCode),
    column("Cần đo", ({ visit }) =>
      visit.questions.map(({ attribute }) => attributeWords[attribute]).join("; "),
    ),
    column("Nguyên nhân", ({ step }) => gapCauseLabels[step.cause].vi),
    column("Người được làm rõ", ({ step }) => step.people),
    column("Cơ sở được làm rõ", ({ step }) => step.premises),
    column("Lũy kế người", ({ step }) => step.peopleShareSoFar),
    column("Lũy kế cơ sở", ({ step }) => step.premisesShareSoFar),
    column("Chiều dài (m)", ({ visit }) => visit.lengthMetres),
    ...locationColumns<Row>(({ visit }) => visit.location),
  ]);
}
