/** Messages and progress go to stderr, so that stdout stays data. */
import type { OnProgress } from "@firecover/domain";

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
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
        if (next !== phase) say(`${next} …`);
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
      process.stderr.write(`\r\x1b[K${next} …${amount}`);
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
