/** Every premises with its four answers, certain and possible, as CSV that Excel opens in Vietnamese. */
import type { Answers, CoverageResult } from "@firecover/coverage";
import type { ResultStamp } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";

interface NamedSubjects {
  readonly premises: readonly { id: string; name: string; category: string; communeCode: string | null }[];
  readonly stations: readonly { id: string }[];
}

const answerColumns = [
  "response_seconds",
  "station",
  "hose_metres",
  "access_ok",
  "water_ok",
  "force_seconds",
  "force_ok",
];

export function premisesCsv(result: CoverageResult, subjects: NamedSubjects, stamp: ResultStamp): string {
  const { premises } = result;
  const head = [
    "id",
    "name",
    "category",
    "commune_code",
    "lon",
    "lat",
    ...answerColumns.map((name) => `certain_${name}`),
    ...answerColumns.map((name) => `possible_${name}`),
    "inside_radius",
    "illustrative",
    "stamp",
  ];
  const rows = subjects.premises.map(({ id, name, category, communeCode }, i) => [
    id,
    name,
    category,
    communeCode ?? "",
    premises.lon[i]!.toFixed(6),
    premises.lat[i]!.toFixed(6),
    ...answersOf(premises.certain, i, subjects),
    ...answersOf(premises.possible, i, subjects),
    String(premises.isInsideRadius[i]!),
    stamp.isSynthetic ? "1" : "0",
    stamp.hash,
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function answersOf(answers: Answers, i: number, { stations }: NamedSubjects): string[] {
  return [
    thousandths(answers.responseMillis[i]!),
    stations[answers.stationIndex[i]!]?.id ?? "",
    thousandths(answers.hoseMillimetres[i]!),
    String(answers.accessOk[i]!),
    String(answers.waterOk[i]!),
    thousandths(answers.forceMillis[i]!),
    String(answers.forceOk[i]!),
  ];
}

const thousandths = (value: number) => (value === UNREACHED ? "" : (value / 1000).toFixed(1));

/** Quoted where CSV needs it; a leading sign of a formula is disarmed. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
