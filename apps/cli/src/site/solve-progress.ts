/** How a solve goes, on stderr: one line redrawn on a terminal, each phase once on a pipe. */
import type { Phase, Progress } from "@firecover/location-allocation";
import { say } from "../say.ts";

const words: Readonly<Record<Phase, string>> = {
  presolve: "Rút gọn · presolve",
  search: "Tìm · search",
  bound: "Cận · bound",
  prove: "Chứng minh · prove",
};

export interface SolveProgress {
  onProgress(progress: Progress): void;
  end(): void;
}

export function solveProgress(stream: NodeJS.WriteStream = process.stderr): SolveProgress {
  const isTerminal = stream.isTTY === true;
  let phase: Phase | "" = "";
  let drawnAt = 0;
  return {
    onProgress(progress) {
      const now = Date.now();
      const isNew = progress.phase !== phase;
      if (!isNew && (!isTerminal || now - drawnAt < 100)) return;
      phase = progress.phase;
      drawnAt = now;
      if (isTerminal) stream.write(`\r\x1b[K${lineOf(progress)}`);
      else say(`${words[progress.phase]} …`);
    },
    end() {
      if (isTerminal && phase !== "") stream.write("\r\x1b[K");
    },
  };
}

export function lineOf({ phase, incumbent, bound, seconds }: Progress): string {
  const parts = [words[phase], `${seconds.toFixed(1)} s`];
  if (incumbent !== null) parts.push(`tốt nhất · best ${amount(incumbent)}`);
  if (bound !== null) parts.push(`cận · bound ${amount(bound)}`);
  if (incumbent !== null && bound !== null) {
    const gap = Math.abs(bound - incumbent) / Math.max(Math.abs(incumbent), 1e-9);
    parts.push(`hở · gap ${(100 * gap).toFixed(gap < 0.01 ? 3 : 1)} %`);
  }
  return parts.join(" · ");
}

export const amount = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toPrecision(10).replace(/\.?0+$/, "");
