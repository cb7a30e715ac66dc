import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import { decodeRoadNetwork } from "@firecover/road-network";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, desktop, launch, openPage, phone, type WatchedPage } from "../src/browser.ts";
import { startServer, type TestServer, temporaryFolder } from "../src/firecover.ts";

const output = join(import.meta.dirname, "../output");
mkdirSync(output, { recursive: true });

async function barriers({ page }: WatchedPage): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  // Pins of a map stand where their places are: two of them may overlap far out (WCAG 2.5.8, "essential").
  const isPins = ({ id, nodes }: (typeof violations)[number]) =>
    id === "target-size" && nodes.every(({ html }) => html.includes('class="what-if-handle'));
  return violations
    .filter((violation) => !isPins(violation))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

const middleOf = async (handle: Locator) => {
  const { x, y, width, height } = (await handle.boundingBox())!;
  return [x + width / 2, y + height / 2] as const;
};

/** Two cores may be busy with something else. */
const patient = { timeout: 30_000 };

const isChecked = (page: Page) =>
  page.getByText("Đã đối chiếu với máy chủ").waitFor({ state: "visible", timeout: 60_000 });

describe.skipIf(!chromiumPath)("a scenario on the coverage screen", () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer("--data", temporaryFolder());
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function openScenario(viewport: typeof desktop, address = "/vung-phu") {
    const watched = await openPage(browser, `${server.url}${address}`, viewport);
    const { page } = watched;
    await page.locator(".kpi-number").first().waitFor();
    if (viewport === phone) await page.getByRole("button", { name: "Kịch bản" }).click();
    await page.getByLabel("Kịch bản").last().selectOption({ label: "Phương án mới…" });
    await page.waitForURL(/scenario=/);
    if (viewport === phone) await page.getByRole("button", { name: "Đóng", exact: true }).click();
    await page.locator(".what-if-handle").first().waitFor({ timeout: 60_000 });
    return watched;
  }

  /** The scenario of the address, as the server keeps it. */
  async function kept(page: Page): Promise<{ name: string; changes: { kind: string }[] }> {
    const id = new URL(page.url()).searchParams.get("scenario")!;
    return (await fetch(`${server.url}/api/scenarios/${id}`)).json();
  }

  it("moves a station by mouse and by keys, undoes, redoes, and is what the server computes", async () => {
    const watched = await openScenario(desktop);
    const { page } = watched;
    const today = page.getByRole("radio", { name: "Hiện trạng" });
    const scenario = page.getByRole("radio", { name: "Phương án", exact: true });
    expect(await scenario.isDisabled()).toBe(true);
    const before = await page.locator(".kpi-number").textContent();

    const handle = page.getByRole("button", { name: /khu vực số 4/ });
    const [x, y] = await middleOf(handle);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 4 });
    await page.mouse.move(x + 190, y + 120, { steps: 6 });
    // Followed while the button is still down: nothing of this was asked of the server.
    await page
      .getByText(/−\d.*người/)
      .first()
      .waitFor();
    expect(await page.locator(".what-if-tip").textContent()).toMatch(/Dời Đội KV số 4 đi [\d,]+\skm/);
    await page.mouse.up();
    await isChecked(page);
    const moved = await page.locator(".kpi-number").textContent();
    expect(moved).not.toBe(before);
    await page.screenshot({ path: join(output, "what-if.png") });

    const { changes } = await kept(page);
    expect(changes.map(({ kind }) => kind)).toEqual(["moveStation"]);
    const current = await (await fetch(`${server.url}/api/coverage-runs/current`)).json();
    const answer = await fetch(`${server.url}/api/coverage-runs`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ parameters: current.parameters, changes }),
    });
    expect(answer.status).toBe(200);
    const run = await answer.json();
    expect(Number(moved!.replace(",", ".").replace(/\s*%/, ""))).toBeCloseTo(
      100 * run.indicators.peopleInTime.certain,
      1,
    );
    expect((await (await fetch(`${server.url}/api/coverage-runs/current`)).json()).id).toBe(current.id);

    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator(".kpi-number").textContent(), patient).toBe(before);
    await page.keyboard.press("Control+y");
    await expect.poll(() => page.locator(".kpi-number").textContent(), patient).toBe(moved);
    await isChecked(page);
    await page.keyboard.down("b");
    await expect.poll(() => page.locator(".kpi-number").textContent(), patient).toBe(before);
    await page.keyboard.up("b");
    await expect.poll(() => page.locator(".kpi-number").textContent(), patient).toBe(moved);
    await today.click();
    await page.waitForURL(/shown=today/);
    expect(await page.locator(".kpi-number").textContent()).toBe(before);
    await scenario.click();

    await page.getByRole("button", { name: /khu vực số 7/ }).focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift+ArrowDown");
    await page
      .locator(".what-if-changes")
      .getByText(/Dời Đội KV số 7 đi 300\sm/)
      .waitFor();
    await expect.poll(async () => (await kept(page)).changes.length, patient).toBe(2);
    await isChecked(page);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    expect(await barriers(watched)).toEqual([]);

    const words = await page.locator(".what-if-changes").textContent();
    await page.reload();
    await page.locator(".what-if-changes").waitFor({ timeout: 60_000 });
    await expect.poll(() => page.locator(".what-if-changes").textContent(), patient).toBe(words);
    await isChecked(page);
    await page.context().close();
  }, 180_000);

  it("closes a road, adds a station and a source at the map's centre, and takes them back", async () => {
    const current = await (await fetch(`${server.url}/api/coverage-runs/current`)).json();
    const bytes = await (await fetch(`${server.url}/api/coverage-runs/${current.id}/network`)).arrayBuffer();
    const network = decodeRoadNetwork(new Uint8Array(bytes));
    // A long stretch of a named street: its middle point lies well inside the map.
    const edge = network.edgeLengthMillimetres.indexOf(
      Math.max(
        ...network.edgeLengthMillimetres.filter((_, e) => network.wayName[network.edgeWay[e]!] !== null),
      ),
    );
    const point = (network.edgeFirstPoint[edge]! + network.edgeFirstPoint[edge + 1]! - 1) >> 1;
    const name = network.wayName[network.edgeWay[edge]!]!;
    const at = `${network.pointLon[point]!.toFixed(5)},${network.pointLat[point]!.toFixed(5)},15`;

    const watched = await openScenario(desktop, `/vung-phu?at=${at}`);
    const { page } = watched;
    await sleep(3000);
    const tool = (label: string) => page.getByRole("radio", { name: label }).click();
    const atCentre = page.getByRole("button", { name: "Ở giữa bản đồ" });
    await tool("Đóng, mở đường");
    await atCentre.click();
    await page.getByRole("button", { name: "Đóng đường" }).click();
    await page.getByText(`Đóng ${name}`).waitFor();
    await tool("Thêm trạm");
    await atCentre.click();
    await page.getByText("Thêm Trạm mới 1, 2 xe").waitFor();
    await tool("Thêm nguồn nước");
    await atCentre.click();
    await page.getByText("Thêm Trụ nước mới 1, 15 l/s").waitFor();
    await isChecked(page);
    await page.screenshot({ path: join(output, "what-if-road.png") });
    expect(await barriers(watched)).toEqual([]);

    for (const left of [2, 1, 0]) {
      await page.getByRole("button", { name: /^Bỏ: / }).first().click();
      await expect.poll(() => page.getByRole("button", { name: /^Bỏ: / }).count(), patient).toBe(left);
    }
    await page.getByText("Chưa có thay đổi").waitFor();
    await expect.poll(async () => (await kept(page)).changes.length, patient).toBe(0);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("is renamed, copied and deleted, and says when somebody else was faster", async () => {
    const watched = await openScenario(desktop);
    const { page } = watched;
    const menu = async (item: string) => {
      await page.getByRole("button", { name: "Sửa kịch bản" }).click();
      await page.getByRole("menuitem", { name: item }).click();
    };
    await menu("Đổi tên");
    await page.getByLabel("Tên", { exact: true }).fill("Trình tháng 11");
    await page.getByRole("button", { name: "Lưu" }).click();
    await expect.poll(async () => (await kept(page)).name, patient).toBe("Trình tháng 11");
    const first = page.url();
    await menu("Sao chép");
    await page.waitForURL((url) => url.href !== first);
    expect((await kept(page)).name).toBe("Trình tháng 11 (bản sao)");

    const id = new URL(page.url()).searchParams.get("scenario")!;
    await page.locator(".what-if-handle").first().waitFor();
    const path = `${server.url}/api/scenarios/${id}`;
    const etag = (await fetch(path)).headers.get("etag")!;
    const saved = await fetch(path, {
      method: "PUT",
      headers: { "content-type": "application/json", "if-match": etag },
      body: JSON.stringify({ name: "Của người khác", note: null, changes: [] }),
    });
    expect(saved.status).toBe(200);
    await page.getByRole("button", { name: /khu vực số 7/ }).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText(/Người khác đã sửa hoặc xóa kịch bản này/).waitFor();
    await page.getByRole("button", { name: "Tải bản của họ" }).click();
    await page.getByText("Chưa có thay đổi").waitFor();

    await menu("Xóa");
    await page.getByRole("button", { name: "Xóa kịch bản" }).click();
    await page.waitForURL((url) => !url.searchParams.has("scenario"));
    expect((await fetch(path)).status).toBe(404);
    // The only fault on the page is the refusal that was provoked.
    expect(watched.faults.filter((fault) => !fault.includes("412"))).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("asks for a new result where the registers have moved on", async () => {
    const watched = await openScenario(desktop);
    const { page } = watched;
    const address = page.url();
    const [station] = (await (await fetch(`${server.url}/api/fire-stations?limit=1`)).json()).items;
    const path = `${server.url}/api/fire-stations/${station.id}`;
    const read = await fetch(path);
    const written = await fetch(path, {
      method: "PUT",
      headers: { "content-type": "application/json", "if-match": read.headers.get("etag")! },
      body: JSON.stringify({ ...(await read.json()), turnoutSeconds: 95 }),
    });
    expect(written.status).toBe(200);
    // A browser that has nothing in its cache, as that of a colleague.
    const other = await openPage(browser, address, desktop);
    await other.page.getByText("Sổ dữ liệu đã đổi sau lần tính này").waitFor({ timeout: 60_000 });
    await other.page.locator(".what-if-panel").getByRole("button", { name: "Tính lại" }).click();
    await other.page.locator(".what-if-handle").first().waitFor({ timeout: 120_000 });
    await other.page.context().close();
    await page.context().close();
  }, 180_000);

  it("is dragged by touch at 390 px", async () => {
    const watched = await openScenario(phone);
    const { page } = watched;
    const session = await page.context().newCDPSession(page);
    const handle = page.getByRole("button", { name: /khu vực số 6/ });
    const [x, y] = await middleOf(handle);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", [{ x, y }]);
    for (let step = 1; step <= 5; step++) await touch("touchMove", [{ x: x + 12 * step, y: y + 4 * step }]);
    await page.locator(".what-if-tip").waitFor();
    await touch("touchEnd", []);
    await expect.poll(async () => (await kept(page)).changes.length, patient).toBe(1);
    await page.locator(".sheet-change").getByText(/người/).waitFor();
    await page.screenshot({ path: join(output, "what-if-phone.png") });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Kịch bản" }).click();
    await isChecked(page);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    expect(await barriers(watched)).toEqual([]);
    await page.context().close();
  }, 120_000);
});
