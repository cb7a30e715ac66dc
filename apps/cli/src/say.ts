/** Messages and progress go to stderr, so that stdout stays data. */
import type { OnProgress } from "@firecover/domain";

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Phases of long work in words; a layer's name stands for itself. */
const phaseWords: Readonly<Record<string, string>> = {
  read: "Đọc tệp",
  write: "Ghi vào sổ",
  check: "Kiểm tra",
  roads: "Đường",
  buildings: "Nhà",
  water: "Mặt nước",
  draw: "Dựng tỉnh minh họa",
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
};

/** Redraws one line on a terminal; on a pipe, says each phase once. */
export function progressOnStderr(): { onProgress: OnProgress; end: () => void } {
  const isTerminal = process.stderr.isTTY === true;
  const whole = new Intl.NumberFormat("vi");
  let phase = "";
  let drawnAt = 0;
  return {
    onProgress({ phase: next, done, total }) {
      if (!isTerminal) {
        if (next !== phase) say(`${phaseWords[next] ?? next} …`);
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
      process.stderr.write(`\r\x1b[K${phaseWords[next] ?? next} …${amount}`);
    },
    end() {
      if (isTerminal && phase) process.stderr.write("\r\x1b[K");
    },
  };
}

/** Aborts on Ctrl-C and on a polite kill; a second one ends the process at once. */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => {
      say("Đang dừng … · stopping");
      controller.abort();
    });
  return controller.signal;
}
