/** Whether a question speaks of what is there and does not contradict itself; every fault is told, with its field. */
import {
  type CandidateSite,
  FirecoverError,
  type FireStationId,
  type ScenarioId,
  type SitingQuestion,
  type StandardId,
} from "@firecover/domain";

export interface QuestionFault {
  /** Field of the question, `groups.0.2`. */
  readonly path: string;
  readonly message: string;
}

/** A question that cannot be put to these registers. */
export class FaultyQuestion extends FirecoverError {
  readonly faults: readonly QuestionFault[];
  constructor(faults: readonly QuestionFault[]) {
    const [first] = faults;
    super("invalid-input", first ? `${first.path}: ${first.message}` : "The question has faults.");
    this.name = "FaultyQuestion";
    this.faults = faults;
  }
}

/** What the question may speak of. */
export interface KnownOfQuestion {
  readonly candidates: readonly CandidateSite[];
  readonly stationIds: ReadonlySet<FireStationId>;
  readonly scenarioId: ScenarioId | null;
  readonly standardId: StandardId | null;
}

export function faultsOfQuestion(question: SitingQuestion, known: KnownOfQuestion): QuestionFault[] {
  return [...unknownIds(question, known), ...contradictions(question, known)];
}

function* unknownIds(question: SitingQuestion, known: KnownOfQuestion): Generator<QuestionFault> {
  const { standardId } = question.parameters;
  if (known.standardId === null) {
    const message = `không có tiêu chuẩn mang mã ${standardId} · there is no such standard`;
    yield { path: "parameters.standardId", message };
  }
  if (question.scenarioId !== null && known.scenarioId === null) {
    const message = `không có kịch bản mang mã ${question.scenarioId} · there is no such scenario`;
    yield { path: "scenarioId", message };
  }
  for (const [i, id] of question.releasedStationIds.entries()) {
    if (known.stationIds.has(id)) continue;
    const message = `không có đội chữa cháy mang mã ${id} · there is no such station`;
    yield { path: `releasedStationIds.${i}`, message };
  }
  const candidates = new Set<string>(known.candidates.map(({ id }) => id));
  const lists: [string, readonly string[]][] = [
    ["candidateSiteIds", question.candidateSiteIds ?? []],
    ["requiredSiteIds", question.requiredSiteIds],
    ["forbiddenSiteIds", question.forbiddenSiteIds],
    ...question.groups.map((group, k): [string, readonly string[]] => [`groups.${k}`, group]),
  ];
  for (const [field, ids] of lists) {
    for (const [i, id] of ids.entries()) {
      if (candidates.has(id)) continue;
      const message = `không có vị trí dự kiến mang mã ${id} · there is no such candidate site`;
      yield { path: `${field}.${i}`, message };
    }
  }
}

/** Aims that open no more than they are told: without a number or a sum nothing would end them. */
const limited = new Set<SitingQuestion["aim"]>([
  "most-covered",
  "least-average",
  "least-worst",
  "most-backup",
]);

function* contradictions(
  question: SitingQuestion,
  { candidates }: KnownOfQuestion,
): Generator<QuestionFault> {
  const { aim, newStationCount, budgetMillionDong, releasedStationIds, yearBudgets } = question;
  if (candidates.length === 0) {
    const message =
      "chưa có vị trí dự kiến nào: nhập, vẽ hoặc sinh dọc đường · there is no candidate site yet";
    yield { path: "candidateSiteIds", message };
  }
  if (limited.has(aim) && newStationCount === null && budgetMillionDong === null) {
    const message = "cần số trạm mới hoặc ngân sách · give a number of new stations or a budget";
    yield { path: "newStationCount", message };
  }
  if (aim === "most-covered-by-year" && yearBudgets.length === 0)
    yield { path: "yearBudgets", message: "cần ngân sách từng năm · give a budget for each year" };
  for (const [i, { year }] of yearBudgets.entries()) {
    if (yearBudgets.findIndex((other) => other.year === year) === i) continue;
    yield { path: `yearBudgets.${i}.year`, message: `năm ${year} đã có · the year is there already` };
  }
  const required = new Set<string>(question.requiredSiteIds);
  for (const [i, id] of question.forbiddenSiteIds.entries()) {
    if (!required.has(id)) continue;
    const message = `${id} vừa bắt buộc vừa bị cấm · is required and forbidden`;
    yield { path: `forbiddenSiteIds.${i}`, message };
  }
  if (newStationCount !== null && required.size > newStationCount + releasedStationIds.length) {
    const message = `có ${required.size} vị trí bắt buộc · more sites are required than may be opened`;
    yield { path: "newStationCount", message };
  }
}
