import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type {
  AssessedSite,
  CandidateSite,
  ExclusionZone,
  SitingCandidates,
  SitingRun,
} from "@firecover/domain";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, desktop, launch, openPage, phone, type WatchedPage } from "../src/browser.ts";
import { startServer, type TestServer, temporaryFolder } from "../src/firecover.ts";

const output = join(import.meta.dirname, "../output");
mkdirSync(output, { recursive: true });

async function barriers({ page }: WatchedPage): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

/** Two cores may be busy with something else. */
const patient = { timeout: 90_000 };
const zoom = 16;
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describe.skipIf(!chromiumPath)("drawing plots and zones", () => {
  let server: TestServer;
  let browser: Browser;
  let land: CandidateSite;

  beforeAll(async () => {
    server = await startServer("--data", temporaryFolder());
    browser = await launch();
    const { candidates } = (await json("/api/siting/candidates")) as SitingCandidates;
    land = candidates.find(({ site, verdict }) => site.geometry && verdict === "met")!.site;
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const json = async (path: string) => (await fetch(`${server.url}${path}`)).json();
  const candidate = async (name: string): Promise<AssessedSite | undefined> =>
    ((await json("/api/siting/candidates")) as SitingCandidates).candidates.find(
      ({ site }) => site.name === name,
    );
  const overLand = (more = "") =>
    `${server.url}/chon-vi-tri?at=${land.location.join(",")},${zoom}&robust=no${more}`;

  /** Presses on the map so many metres east and north of the land's exit, wherever the map has moved since. */
  async function press(page: Page, east: number, north: number) {
    await page.mouse.click(...(await pixelsOf(page, east, north)));
  }
  async function pixelsOf(page: Page, east: number, north: number): Promise<[x: number, y: number]> {
    const box = (await page.locator(".maplibregl-canvas").boundingBox())!;
    const [lon, lat, level] = parameter(page, "at")!.split(",").map(Number) as [number, number, number];
    const world = 512 * 2 ** level;
    const cosine = Math.cos((land.location[1] * Math.PI) / 180);
    const x = (longitude: number) => (longitude / 360) * world;
    const y = (latitude: number) =>
      (-Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI)) * world;
    const metresPerPixel = (40_075_016.686 * cosine) / world;
    return [
      box.x + box.width / 2 + x(land.location[0]) - x(lon) + east / metresPerPixel,
      box.y + box.height / 2 + y(land.location[1]) - y(lat) - north / metresPerPixel,
    ];
  }
  const corners = (page: Page) => page.locator(".corner-handle");
  const field = (page: Page, name: string) => page.locator(`.drawing-card [name="${name}"]`);
  const mapIsThere = async (page: Page) => {
    await page.locator(".maplibregl-canvas").waitFor(patient);
    await page.getByRole("button", { name: "Vẽ thửa đất" }).waitFor(patient);
  };

  it("draws a plot by presses, refuses one that crosses itself, loses nothing when saving fails", async () => {
    const watched = await openPage(browser, overLand(), desktop);
    const { page } = watched;
    await mapIsThere(page);
    await page.getByRole("button", { name: "Vẽ thửa đất" }).click();
    await page.getByRole("heading", { name: "Ranh giới thửa đất" }).waitFor();

    // a bow tie
    for (const [east, north] of [
      [-35, -40],
      [35, 30],
      [35, -40],
      [-35, 30],
    ] as const)
      await press(page, east, north);
    expect(await corners(page).count()).toBe(4);
    await page.getByRole("alert").getByText("Ranh giới tự cắt nhau").waitFor();
    await page.keyboard.press("Enter");
    expect(await corners(page).count()).toBe(4);
    await page.screenshot({ path: join(output, "siting-draw-crossing.png") });

    // back by keys, on by presses; the last two make it straight
    for (let i = 0; i < 3; i++) await page.keyboard.press("Backspace");
    expect(await corners(page).count()).toBe(1);
    for (const [east, north] of [
      [35, -40],
      [35, 30],
    ] as const)
      await press(page, east, north);
    expect(await page.getByRole("alert").getByText("cắt nhau").count()).toBe(0);
    await press(page, -35, 30);
    await page.mouse.move(5, 5);
    const area = Number(
      (await page.locator(".drawing-area").textContent())!.replace(/[^\d]/g, "").slice(0, 4),
    );
    expect(area).toBeGreaterThan(4700);
    expect(area).toBeLessThan(5100);
    // the list says the same as the map, and is read as it is typed
    await page.getByText("Nhập tọa độ các góc").click();
    const list = page.locator(".drawing-typed textarea");
    const written = await list.inputValue();
    expect(written.split("\n")).toHaveLength(4);
    await list.fill(`${written}\n21,9; 104,7`);
    await page.getByText("Dòng 5: kinh độ viết trước, vĩ độ viết sau.").waitFor();
    await list.fill(written);
    expect(await corners(page).count()).toBe(4);
    expect(await barriers(watched)).toEqual([]);

    // a corner by keys: ten metres east and back
    await corners(page).nth(1).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => list.inputValue()).not.toBe(written);
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Enter");

    await page.getByText("Lối ra: điểm trên ranh giới gần đường").waitFor(patient);
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Tên vị trí: chưa điền").waitFor();
    await field(page, "name").fill("Thửa vẽ thử");
    await field(page, "priceMillionDong").fill("41500");
    await field(page, "roadWidthMetres").fill("12");
    await field(page, "slopePercent").fill("1,5");
    expect(await barriers(watched)).toEqual([]);
    await page.screenshot({ path: join(output, "siting-draw-form.png") });

    await page.route("**/api/candidate-sites", (route) => route.abort(), { times: 1 });
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Chưa lưu được").waitFor(patient);
    expect(await field(page, "name").inputValue()).toBe("Thửa vẽ thử");
    watched.faults.length = 0;
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã thêm Thửa vẽ thử.").waitFor(patient);

    const { site, conditions, verdict } = (await candidate("Thửa vẽ thử"))!;
    expect(site).toMatchObject({
      kind: "plot",
      priceMillionDong: 41_500,
      roadWidthMetres: 12,
      slopePercent: 1.5,
      source: "vẽ trên bản đồ",
      isSynthetic: false,
    });
    expect(Math.abs(site.areaSquareMetres! - area)).toBeLessThan(30);
    expect(verdict).not.toBe("not-met");
    expect(parameter(page, "site")).toBe(site.id);
    await page.locator(".candidate", { hasText: "Thửa vẽ thử" }).locator(".conditions li").first().waitFor();
    expect(await page.locator(".candidate-details .conditions li").count()).toBe(conditions.length);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(output, "siting-draw-listed.png") });

    // it is a candidate like any other: asked for, it is chosen
    await page.getByRole("radio", { name: "Bắt buộc" }).click();
    await page.getByRole("button", { name: "Tìm vị trí tốt nhất" }).click();
    await page.getByText("Đã giải xong").waitFor(patient);
    const run = (await json(`/api/siting-runs/${parameter(page, "run")}`)) as SitingRun;
    expect(run.question.requiredSiteIds).toEqual([site.id]);
    expect(run.answer!.best!.siteIds).toContain(site.id);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 240_000);

  it("rejects a plot over which a zone is drawn, by the zone's name, and takes it back with the zone", async () => {
    const watched = await openPage(browser, overLand(), desktop);
    const { page } = watched;
    await mapIsThere(page);
    await page.getByRole("button", { name: "Vẽ vùng cấm, vùng ngập" }).click();
    await page.getByRole("heading", { name: "Ranh giới vùng" }).waitFor();
    for (const [east, north] of [
      [-60, -60],
      [60, -60],
      [60, 60],
    ] as const)
      await press(page, east, north);
    // dropped by mistake and had back
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    expect(await corners(page).count()).toBe(3);
    const box = (await page.locator(".maplibregl-canvas").boundingBox())!;
    const first = (await corners(page).first().boundingBox())!;
    const third = (await corners(page).nth(2).boundingBox())!;
    expect(first.x).toBeGreaterThan(box.x);
    await page.mouse.dblclick(first.x + 12, third.y + 12);
    await field(page, "name").fill("Hành lang thử");
    await page.screenshot({ path: join(output, "siting-draw-zone-form.png") });
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã thêm Hành lang thử.").waitFor(patient);

    const { items } = (await json("/api/exclusion-zones?q=H%C3%A0nh+lang+th%E1%BB%AD")) as {
      items: ExclusionZone[];
    };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: "forbidden", source: "vẽ trên bản đồ", isSynthetic: false });
    expect(items[0]!.geometry.coordinates[0]![0]).toHaveLength(5);
    const rejected = (await candidate("Thửa vẽ thử"))!;
    expect(rejected.verdict).toBe("not-met");
    await page.locator(".candidate-out", { hasText: "Thửa vẽ thử" }).locator(".candidate-row").click();
    await page.locator(".condition-not-met", { hasText: "nằm trong Hành lang thử" }).waitFor();
    await page.locator(".siting-key").getByText("Vùng cấm").waitFor();
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(output, "siting-draw-zone.png") });
    expect(await barriers(watched)).toEqual([]);

    // a press on the zone opens its card; changed and deleted there
    await page.locator(".drawing-card").getByRole("button", { name: "Đóng" }).click();
    await press(page, 50, 50);
    await page.getByRole("heading", { name: "Hành lang thử" }).waitFor();
    await page.locator(".drawing-card").getByRole("button", { name: "Sửa" }).click();
    await field(page, "kind").selectOption("flood");
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã lưu Hành lang thử.").waitFor(patient);
    expect(
      (await candidate("Thửa vẽ thử"))!.conditions.find(({ condition }) => condition === "flood-zone"),
    ).toMatchObject({
      verdict: "not-met",
      subject: "Hành lang thử",
    });
    await page.locator(".drawing-card").getByRole("button", { name: "Xóa" }).click();
    await page.getByText("Đã xóa Hành lang thử.").waitFor(patient);
    await expect.poll(async () => (await candidate("Thửa vẽ thử"))!.verdict, patient).not.toBe("not-met");
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 240_000);

  it("changes a plot from its card, says when somebody else did, deletes it and brings it back", async () => {
    const { site } = (await candidate("Thửa vẽ thử"))!;
    const watched = await openPage(browser, overLand(`&site=${site.id}`), desktop);
    const { page } = watched;
    const card = page.locator(".candidate-details");
    await card.getByRole("button", { name: "Sửa" }).click(patient);
    await field(page, "name").waitFor(patient);
    expect(await field(page, "priceMillionDong").inputValue()).toBe("41500");
    // the exit by keys
    const longitude = await field(page, "longitude").inputValue();
    await page.getByRole("button", { name: /^Lối ra của thửa đất/ }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByText("Lối ra: theo điểm tự đặt.").waitFor();
    expect(await field(page, "longitude").inputValue()).not.toBe(longitude);
    await field(page, "priceMillionDong").fill("43000");

    const path = `${server.url}/api/candidate-sites/${encodeURIComponent(site.id)}`;
    const read = await fetch(path);
    await fetch(path, {
      method: "PUT",
      headers: { "content-type": "application/json", "if-match": read.headers.get("etag")! },
      body: JSON.stringify({ ...site, roadWidthMetres: 9 }),
    });
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Người khác vừa sửa").waitFor(patient);
    await page.screenshot({ path: join(output, "siting-draw-conflict.png") });
    await page.getByRole("button", { name: "Giữ bản đang sửa" }).click();
    await page.getByText("Đã lưu Thửa vẽ thử.").waitFor(patient);
    watched.faults.length = 0;
    const changed = (await candidate("Thửa vẽ thử"))!.site;
    expect(changed).toMatchObject({ priceMillionDong: 43_000, roadWidthMetres: 12, geometry: site.geometry });
    expect(changed.location[0]).toBeGreaterThan(site.location[0]);

    await card.getByRole("button", { name: "Xóa" }).click();
    await page.getByText("Đã xóa Thửa vẽ thử.").waitFor(patient);
    expect(await candidate("Thửa vẽ thử")).toBeUndefined();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByText("Đã khôi phục 1 bản ghi.").waitFor(patient);
    expect((await candidate("Thửa vẽ thử"))!.site).toEqual(changed);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 240_000);

  it("draws at 390 px, in the dark and in English", async () => {
    const watched = await openPage(browser, overLand("&lang=en&n=1"), phone);
    const { page } = watched;
    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByRole("button", { name: "Draw a plot" }).click(patient);
    await page.getByRole("heading", { name: "Outline of the plot" }).waitFor(patient);
    const touch = await page.context().newCDPSession(page);
    await touch.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    for (const [east, north] of [
      [-45, -10],
      [45, -10],
      [45, 60],
    ] as const) {
      const [x, y] = await pixelsOf(page, east, north);
      await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      // Two taps at once would be a double tap.
      await page.waitForTimeout(600);
    }
    await touch.send("Emulation.setTouchEmulationEnabled", { enabled: false });
    // Another theme makes another map; the drawing stays.
    await page.emulateMedia({ colorScheme: "light" });
    await page.waitForTimeout(1500);
    expect(await corners(page).count()).toBe(3);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForTimeout(1500);
    await page.getByText("3 corners").waitFor();
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(output, "siting-draw-phone.png") });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await barriers(watched)).toEqual([]);
    await page.getByRole("button", { name: /^Finish/ }).click();
    await field(page, "name").fill("Plot by touch");
    await page.screenshot({ path: join(output, "siting-draw-phone-form.png") });
    expect(await barriers(watched)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => parameter(page, "site"), patient).not.toBeNull();
    await page
      .locator(".candidate", { hasText: "Plot by touch" })
      .locator(".conditions li")
      .first()
      .waitFor(patient);
    await page.screenshot({ path: join(output, "siting-draw-phone-listed.png") });
    expect((await candidate("Plot by touch"))!.site.geometry!.coordinates[0]![0]).toHaveLength(4);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 240_000);
});
