/** Deep alleys as a table: those that are deep whatever a survey finds first, then those that may be. */
import { type AlleyOpening, type DeepAlley, type DeepAlleys, vehicleClassLabels } from "@firecover/domain";
import { column, communeColumns, locationColumns, type Table, type TableNames, tableOf } from "../table.ts";

interface Row extends DeepAlley {
  readonly isDeepForSure: boolean;
}

const openingWords: Readonly<Record<AlleyOpening["kind"], string>> = {
  "remove-barrier": "Dỡ vật chắn",
  widen: "Mở rộng ngõ",
  "measure-width": "Đo bề rộng trước",
  "allow-entry": "Cho xe chữa cháy vào",
  "turning-place": "Làm chỗ quay xe",
  "smaller-vehicle": "Dùng xe nhỏ hơn",
  standpipe: "Đặt họng khô",
  "fire-point": "Điểm chữa cháy công cộng",
};

export function deepAlleysTable({ certain, possible }: DeepAlleys, names: TableNames): Table {
  const sure = new Set(possible.alleys.map(({ id }) => id));
  const rows = [
    ...possible.alleys.map((alley): Row => ({ ...alley, isDeepForSure: true })),
    ...certain.alleys
      .filter(({ id }) => !sure.has(id))
      .map((alley): Row => ({ ...alley, isDeepForSure: false })),
  ];
  return tableOf<Row>(rows, [
    column("Mã ngõ", ({ id }) => id),
    column("Tên ngõ", ({ roadNames }) => roadNames.join("; ")),
    ...communeColumns<Row>(names, ({ communeCode }) => communeCode),
    column("Sâu dù đo thế nào", ({ isDeepForSure }) => isDeepForSure),
    column("Người", ({ people }) => people),
    column("Cơ sở", ({ premises }) => premises),
    column("Tổng chiều dài (m)", ({ lengthMetres }) => lengthMetres),
    column("Độ sâu (m)", ({ depthMetres }) => depthMetres),
    column("Số cuộn vòi", ({ hoseCount }) => hoseCount),
    column("Việc tốt nhất", ({ openings: [best] }) => (best ? wordsOf(best) : null)),
    column("Người được giải quyết", ({ openings: [best] }) => best?.peopleFreed ?? null),
    column("Cơ sở được giải quyết", ({ openings: [best] }) => best?.premisesFreed ?? null),
    ...locationColumns<Row>(({ deepest }) => deepest),
  ]);
}

const wordsOf = (opening: AlleyOpening): string =>
  opening.kind === "smaller-vehicle"
    ? `${openingWords[opening.kind]}: ${vehicleClassLabels[opening.vehicleClass].vi}`
    : openingWords[opening.kind];
