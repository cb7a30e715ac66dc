/** The answers of a coverage run as tables: one row per premises, one per commune. */
import type { CoverageService } from "@firecover/api";
import { type Answers, gapCauses, hasGap } from "@firecover/coverage";
import type { CoverageRun } from "@firecover/domain";
import { UNREACHED } from "@firecover/road-network";
import type { Cell, Table } from "./csv.ts";

type OpenRun = Awaited<ReturnType<CoverageService["openRun"]>>;

const certainties = ["certain", "possible"] as const;

/** Seconds and metres to one decimal; an empty cell = not reached. Gaps are named by their causes, `time water`. */
export function premisesTable({ run, result, archive }: OpenRun): Table {
  const { premises: columns, firstEngineMillis } = result;
  const { subjects } = archive;
  const rows = subjects.premises.map((one, i) => {
    const row: Record<string, Cell> = {
      id: one.id,
      name: one.name,
      category: one.category,
      address: one.address,
      commune: one.communeCode,
      lon: columns.lon[i]!,
      lat: columns.lat[i]!,
    };
    for (const certainty of certainties) {
      const answers = columns[certainty];
      row[`response_seconds_${certainty}`] = thousandths(answers.responseMillis[i]!);
      row[`station_${certainty}`] = subjects.stations[answers.stationIndex[i]!]?.id ?? null;
      row[`hose_metres_${certainty}`] = thousandths(answers.hoseMillimetres[i]!);
      row[`force_seconds_${certainty}`] = thousandths(answers.forceMillis[i]!);
      row[`gaps_${certainty}`] = gapsOf(answers, i, firstEngineMillis);
    }
    row["radius_metres"] = Number.isFinite(columns.radiusMetres[i]!)
      ? oneDecimal(columns.radiusMetres[i]!)
      : null;
    row["inside_radius"] = columns.isInsideRadius[i] === 1;
    row["synthetic"] = run.stamp.isSynthetic;
    row["stamp"] = run.stamp.hash;
    return row;
  });
  return { columns: Object.keys(rows[0] ?? { id: null }), rows };
}

export function communeTable(run: CoverageRun): Table {
  const rows = run.communes.map((commune) => {
    const row: Record<string, Cell> = {
      commune: commune.communeCode,
      name: commune.name,
      people: commune.people,
      premises: commune.premises,
    };
    for (const certainty of certainties) {
      row[`people_in_time_${certainty}`] = commune.peopleInTime?.[certainty] ?? null;
      row[`premises_in_time_${certainty}`] = commune.premisesInTime?.[certainty] ?? null;
      row[`people_beyond_threshold_${certainty}`] = commune.peopleBeyondThreshold[certainty];
      row[`response_seconds_90_${certainty}`] = commune.responseSeconds90[certainty];
      for (const cause of gapCauses)
        row[`premises_${cause}_${certainty}`] = commune.premisesByCause[cause][certainty];
    }
    row["synthetic"] = run.stamp.isSynthetic;
    return row;
  });
  return { columns: Object.keys(rows[0] ?? { commune: null }), rows };
}

function gapsOf(answers: Answers, i: number, thresholdMillis: number): string {
  return gapCauses.filter((cause) => hasGap(answers, i, cause, thresholdMillis)).join(" ");
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
const thousandths = (value: number): number | null => (value === UNREACHED ? null : oneDecimal(value / 1000));
