/** Messages and progress go to stderr, so that stdout stays data. */
import type { OnProgress } from "@firecover/domain";
import { exitCodes } from "./exit.ts";

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Phases of long work in words. */
const phaseWords: Readonly<Record<string, string>> = {
  read: "Đọc tệp",
  roads: "Đường",
  buildings: "Nhà",
  water: "Mặt nước",
  draw: "Dựng tỉnh minh họa",
  "drawing-demo-province": "Dựng tỉnh minh họa",
  open: "Mở cơ sở dữ liệu",
  connect: "Kết nối cơ sở dữ liệu",
  create: "Tạo cơ sở dữ liệu",
  unpack: "Giải nén cơ sở dữ liệu",
  migrate: "Cập nhật bảng",
  "opening-database": "Mở cơ sở dữ liệu",
  "reading-registers": "Đọc sổ dữ liệu",
  "building-network": "Dựng mạng đường",
  "spreading-population": "Phân bổ dân số",
  "computing-coverage": "Tính vùng phủ",
  analysing: "Phân tích",
};

const layerWords: Readonly<Record<string, string>> = {
  communes: "xã, phường",
  roads: "đường",
  "road-barriers": "cột chắn",
  "turning-places": "chỗ quay xe",
  "turn-restrictions": "cấm rẽ",
  buildings: "nhà",
  "population-points": "dân số theo điểm",
  "land-cover": "nền bản đồ",
  premises: "cơ sở",
  "water-sources": "nguồn nước",
  "fire-stations": "đội chữa cháy",
  "candidate-sites": "vị trí đặt trạm",
  "exclusion-zones": "vùng không đặt trạm",
};

/** `write:roads` = writing that layer. */
function wordsOf(phase: string): string {
  const [work, layer] = phase.split(":");
  if (work === "write" && layer !== undefined) return `Ghi ${layerWords[layer] ?? layer}`;
  return phaseWords[phase] ?? layerWords[phase] ?? phase;
}

/** Redraws one line on a terminal; on a pipe, says each phase once. */
export function progressOnStderr(): { onProgress: OnProgress; end: () => void } {
  const isTerminal = process.stderr.isTTY === true;
  const whole = new Intl.NumberFormat("vi");
  let phase = "";
  let drawnAt = 0;
  return {
    onProgress({ phase: next, done, total }) {
      if (!isTerminal) {
        if (next !== phase) say(`${wordsOf(next)} …`);
        phase = next;
        return;
      }
      const now = Date.now();
      if (next === phase && now - drawnAt < 100) return;
      phase = next;
      drawnAt = now;
      const amount = total
        ? ` ${Math.floor((100 * done) / total)} %`
        : done > 0
          ? ` ${whole.format(done)}`
          : "";
      process.stderr.write(`\r\x1b[K${wordsOf(next)} …${amount}`);
    },
    end() {
      if (isTerminal && phase) process.stderr.write("\r\x1b[K");
    },
  };
}

/**
 * Aborts on Ctrl-C and on a polite kill; a second one ends the process at once.
 * The listener stays: once no listener is left, libraries that clean up at exit end the process themselves.
 */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    say("Đang dừng … · stopping");
    controller.abort();
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, stop);
  return controller.signal;
}
