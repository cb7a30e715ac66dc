import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, desktop, launch, openPage, phone, type WatchedPage } from "../src/browser.ts";
import { startServer, type TestServer, temporaryFolder } from "../src/firecover.ts";
import { findPostgresBin, type PostgresCluster, startPostgresCluster } from "../src/postgres-cluster.ts";

const output = join(import.meta.dirname, "../output");
mkdirSync(output, { recursive: true });

/** The number of the sentence, `60,8 %` → 60.8. */
const share = (text: string) => Number(/([\d,]+)\s%/.exec(text)?.[1]?.replace(",", "."));

/** Places that a screen reader or a keyboard would stumble over. */
async function barriers({ page }: WatchedPage): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

const databases = [
  { name: "the embedded database", isHere: true },
  // left out only where PostgreSQL is not installed; the runner says so, and CI refuses to go on without
  { name: "PostgreSQL", isHere: findPostgresBin() !== null },
];

describe.skipIf(!chromiumPath).each(databases)("the coverage screen on $name", ({ name, isHere }) => {
  let cluster: PostgresCluster | undefined;
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    if (!isHere) return;
    if (name === "PostgreSQL") cluster = await startPostgresCluster();
    server = await startServer(
      ...(cluster ? ["--database-url", cluster.url] : ["--data", temporaryFolder()]),
    );
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await cluster?.stop();
  });

  it.skipIf(!isHere)("says in one sentence what share of people an engine reaches in time", async () => {
    const watched = await openPage(browser, server.url, desktop);
    const { page } = watched;
    const kpi = page.locator(".kpi-sentence");
    await kpi.waitFor();
    expect(await kpi.textContent()).toMatch(/\d+,\d\s%\s+dân số có xe đầu tiên\s+đến trong 10 phút/);
    await page.locator("canvas.maplibregl-canvas").waitFor();
    expect(await page.getByText("Số liệu minh họa").count()).toBeGreaterThan(0);
    await page.waitForTimeout(4000);
    await page.screenshot({ path: join(output, `coverage-${cluster ? "postgres" : "embedded"}.png`) });
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    expect(await barriers(watched)).toEqual([]);
    await page.context().close();
  });

  it.skipIf(!isHere)("moves sentence, address and ranking with the minute slider, by keyboard", async () => {
    const { page } = await openPage(browser, server.url, desktop);
    const kpi = page.locator(".kpi-number");
    await kpi.waitFor();
    const before = share((await kpi.textContent())!);
    await page.getByRole("slider", { name: "Xe đầu tiên đến trong" }).first().focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowRight");
    await page.waitForURL(/minutes=15/);
    const after = share((await kpi.textContent())!);
    expect(after).toBeGreaterThan(before);

    const served = await (await fetch(`${server.url}/api/coverage-runs/current`)).json();
    const indicators = await (
      await fetch(`${server.url}/api/coverage-runs/${served.id}/indicators?minutes=15`)
    ).json();
    expect(after).toBeCloseTo(100 * indicators.total.peopleInTime.certain, 1);

    await page.reload();
    await kpi.waitFor();
    expect(share((await kpi.textContent())!)).toBe(after);
    await page.context().close();
  });

  it.skipIf(!isHere)("never shows less as possible than as certain", async () => {
    const { page } = await openPage(browser, server.url, desktop);
    const kpi = page.locator(".kpi-number");
    await kpi.waitFor();
    const certain = share((await kpi.textContent())!);
    await page.getByText("Đạt", { exact: true }).first().click();
    await page.waitForURL(/as=possible/);
    expect(share((await kpi.textContent())!)).toBeGreaterThanOrEqual(certain);
    await page.context().close();
  });

  it.skipIf(!isHere)("finds a premises without accents and opens why it is not covered", async () => {
    const [gap] = (await (await fetch(`${server.url}/api/premises?gap=water&limit=1`)).json()).items as {
      id: string;
      name: string;
    }[];
    const plain = gap!.name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
    const watched = await openPage(browser, server.url, desktop);
    const { page } = watched;
    await page.locator(".kpi-number").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type(plain, { delay: 5 });
    await page.getByRole("option").filter({ hasText: gap!.name }).first().click();
    await page.waitForURL(/why=premises/);
    await page.getByRole("heading", { name: gap!.name }).waitFor();
    await page.getByText("Từ lúc báo cháy đến khi có nước").waitFor();
    await page.waitForTimeout(3000);
    await page.screenshot({ path: join(output, `why-${cluster ? "postgres" : "embedded"}.png`) });
    expect(watched.faults).toEqual([]);
    expect(await barriers(watched)).toEqual([]);
    await page.context().close();
  });

  it.skipIf(!isHere)("shows the same as a table that sorts and saves", async () => {
    const { page } = await openPage(browser, `${server.url}/vung-phu?drawer=half&table=communes`, desktop);
    const table = page.getByRole("table").or(page.getByRole("grid")).last();
    await table.waitFor();
    await page.getByRole("columnheader", { name: "Người ngoài ngưỡng" }).click();
    await page.waitForURL(/sort=/);
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: /CSV/ }).click();
    const path = await (await saving).path();
    const text = readFileSync(path, "utf8");
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text).toContain("Số liệu minh họa");
    const communes = (await (await fetch(`${server.url}/api/communes?limit=500`)).json()).items as {
      name: string;
    }[];
    for (const { name: commune } of communes) expect(text).toContain(commune);
    await page.context().close();
  });

  it.skipIf(!isHere)("is usable at 390 px", async () => {
    const watched = await openPage(browser, server.url, phone);
    const { page } = watched;
    await page.locator(".kpi-number").waitFor();
    await page.waitForTimeout(3000);
    await page.screenshot({ path: join(output, `coverage-phone-${cluster ? "postgres" : "embedded"}.png`) });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await page.getByText("Số liệu minh họa").count()).toBeGreaterThan(0);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  });
});
