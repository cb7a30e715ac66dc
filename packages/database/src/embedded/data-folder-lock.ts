/** One process at a time per data folder: the embedded database does not look after that itself, and two would ruin it. */
import { readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { FirecoverError } from "@firecover/domain";
import { lock } from "proper-lockfile";

/** Who holds a data folder, as written beside its lock. */
interface DataFolderHolder {
  pid: number;
  host: string;
  startedAt: string;
  command: string;
  /** The kernel's start time of the process, where it tells: a pid used a second time is then seen through. */
  startTicks: string | null;
}

/** A holder on another machine is believed gone after this long without a sign of life. */
const staleMilliseconds = 60_000;
const signOfLifeMilliseconds = 10_000;
/** Passing the door takes milliseconds; one left shut by a killed process opens after this. */
const doorStaleMilliseconds = 5_000;

/** Folders that this very process holds. */
const heldHere = new Set<string>();

/** Takes the folder or throws `data-folder-locked`; `onLost` is called if someone takes it away. */
export async function lockDataFolder(
  dataFolder: string,
  onLost: (error: FirecoverError) => void,
): Promise<() => Promise<void>> {
  const holderFile = join(dataFolder, "holder.json");
  // Whoever finds a dead holder clears its lock away; behind a door, so that two finders cannot both end up inside.
  const closeDoor = await lock(join(dataFolder, "door"), {
    realpath: false,
    stale: doorStaleMilliseconds,
    retries: { retries: 20, minTimeout: 50, maxTimeout: 1000 },
  });
  let unlock: () => Promise<void>;
  try {
    unlock = await takeLock(dataFolder, holderFile, onLost);
    heldHere.add(dataFolder);
    await writeFile(holderFile, JSON.stringify(thisProcess()));
  } finally {
    await closeDoor();
  }

  return async () => {
    if (!heldHere.delete(dataFolder)) return;
    await rm(holderFile, { force: true });
    await unlock().catch(() => {}); // taken away meanwhile: nothing of ours is left to release
  };
}

async function takeLock(
  dataFolder: string,
  holderFile: string,
  onLost: (error: FirecoverError) => void,
): Promise<() => Promise<void>> {
  const lockName = join(dataFolder, "database");
  const holder = await readHolder(holderFile);
  if (holder !== null && holder.host === hostname()) {
    if (isAlive(holder, dataFolder)) throw locked(dataFolder, holder);
    // Its process is gone without having cleaned up: no need to wait until the lock goes stale.
    await rm(`${lockName}.lock`, { recursive: true, force: true });
  }
  try {
    return await lock(lockName, {
      realpath: false,
      stale: staleMilliseconds,
      update: signOfLifeMilliseconds,
      onCompromised: () => onLost(locked(dataFolder, null)),
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ELOCKED") throw error;
    throw locked(dataFolder, holder);
  }
}

const thisProcess = (): DataFolderHolder => ({
  pid: process.pid,
  host: hostname(),
  startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
  command: ["firecover", ...process.argv.slice(2)].join(" "),
  startTicks: startTicksOf(process.pid),
});

async function readHolder(file: string): Promise<DataFolderHolder | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as DataFolderHolder;
  } catch {
    return null; // absent, or half written by a process that was killed
  }
}

function isAlive({ pid, startTicks }: DataFolderHolder, dataFolder: string): boolean {
  if (pid === process.pid) return heldHere.has(dataFolder);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ESRCH") return false;
  }
  return startTicks === null || startTicks === startTicksOf(pid);
}

/** Field 22 of /proc/PID/stat, counted after the name, which may hold spaces. */
function startTicksOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null; // no such file system here
  }
}

function locked(dataFolder: string, holder: DataFolderHolder | null): FirecoverError {
  const who =
    holder === null
      ? "một tiến trình khác"
      : `tiến trình ${holder.pid} (${holder.command}) trên máy ${holder.host}, chạy từ ${inVietnam(holder.startedAt)}`;
  return new FirecoverError(
    "data-folder-locked",
    `Thư mục dữ liệu ${dataFolder} đang do ${who} sử dụng. Hãy dừng tiến trình đó, hoặc chọn thư mục khác bằng --data. · The data folder is in use: stop that process, or choose another folder with --data.`,
  );
}

const inVietnam = (iso: string) =>
  new Intl.DateTimeFormat("vi-VN", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(iso));
