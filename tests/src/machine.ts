/** What the tests need of the machine beyond npm: PostgreSQL with PostGIS, and a Chromium. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

export interface Machine {
  /** Folder of `initdb` and `postgres`; null = not on this machine. */
  readonly postgresBin: string | null;
  readonly chromium: string | null;
}

const debianPostgres = "/usr/lib/postgresql";
const chromiumPaths = [
  process.env["FIRECOVER_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Looks, installs nothing. A PostgreSQL counts only with PostGIS beside it. */
export function findMachine(): Machine {
  return {
    postgresBin: findPostgres(),
    chromium: chromiumPaths.find((path) => path && existsSync(path)) ?? null,
  };
}

/**
 * Where root and apt are there, brings what is missing and says so; elsewhere names what will be left out.
 * @throws when apt fails
 */
export function prepareMachine(say: (line: string) => void): Machine {
  const found = findMachine();
  const missing = [
    ...(found.postgresBin ? [] : ["postgresql-15-postgis-3"]),
    ...(found.chromium ? [] : ["chromium"]),
  ];
  if (missing.length === 0) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    say(`Not on this machine, its tests are left out: ${missing.join(", ")}`);
    return found;
  }
  say(`Installing for the tests: ${missing.join(", ")}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    execFileSync("apt-get", ["-qq", ...args], { env: environment, stdio: ["ignore", "ignore", "inherit"] });
  apt("update");
  apt("install", "-y", "--no-install-recommends", ...missing);
  return findMachine();
}

function findPostgres(): string | null {
  if (process.env["FIRECOVER_POSTGRES_BIN"]) return process.env["FIRECOVER_POSTGRES_BIN"];
  if (!existsSync(debianPostgres)) return null;
  const versions = readdirSync(debianPostgres).sort((a, b) => Number(b) - Number(a));
  const usable = versions.find(
    (version) =>
      existsSync(`${debianPostgres}/${version}/bin/initdb`) &&
      existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
  return usable ? `${debianPostgres}/${usable}/bin` : null;
}
