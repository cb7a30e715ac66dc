import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Fixes, MixedWork } from "@firecover/domain";
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

/** An analysis is computed when first asked for, on cores that may be busy. */
const patient = { timeout: 90_000 };
const rows = (page: Page) => page.locator(".analysis .data-table-row");
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const numberIn = (text: string | null) => Number(/[\d.]+/.exec(text ?? "")?.[0].replaceAll(".", ""));

describe.skipIf(!chromiumPath)("analyses on the coverage screen", () => {
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

  const json = async (path: string) => (await fetch(`${server.url}${path}`)).json();
  const analysis = async (name: string) => {
    const { id } = await json("/api/coverage-runs/current");
    return json(`/api/coverage-runs/${id}/analyses/${name}`);
  };

  it("opens from the drawer with a sentence, rows, marks and a legend, and saves what it lists", async () => {
    const watched = await openPage(browser, `${server.url}/vung-phu?drawer=half`, desktop);
    const { page } = watched;
    await page.locator(".kpi-number").waitFor();
    await page.getByLabel("Phân tích", { exact: true }).selectOption({ label: "Ngõ sâu" });
    await rows(page).first().waitFor(patient);
    const told = await analysis("deep-alleys");
    expect(numberIn(await page.locator(".analysis-head p b").first().textContent())).toBe(told.certain.count);
    await page.locator(".analysis-legend").getByText("lối ngoài tầm vòi").waitFor();
    expect(await page.getByText("Phút đến nơi").count()).toBe(0);

    await rows(page).nth(1).click();
    await expect.poll(() => parameter(page, "row")).toBe(told.certain.alleys[1].id);
    expect(parameter(page, "at")).not.toBeNull();
    await page
      .getByLabel("Dòng đang chọn")
      .getByText(/cuộn vòi 20\sm/)
      .waitFor();
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(output, "analysis-deep-alleys.png") });

    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: /CSV/ }).click();
    const file = readFileSync(await (await saving).path(), "utf8");
    expect(file.startsWith("\uFEFF")).toBe(true);
    expect(file).toContain("Số liệu minh họa");
    expect(file.trimEnd().split(/\r?\n/).length).toBeGreaterThan(told.certain.alleys.length);

    for (const [name, sentence] of [
      ["Đường trọng yếu", /Đã thử cắt từng đoạn/],
      ["Số xe đến kịp", /có ít nhất 1 xe/],
      ["Vùng phục vụ", /xe phục vụ được vùng/],
      ["Khoảng cách trụ nước", /trụ nước cách nhau quá 150\sm/],
      ["Khi tốc độ ±20 %", /Nếu mọi đường chậm đi 20 %/],
    ] as const) {
      await page.getByLabel("Phân tích", { exact: true }).selectOption({ label: name });
      await page.locator(".analysis-head p").filter({ hasText: sentence }).waitFor(patient);
      await rows(page).first().waitFor(patient);
      if (name === "Số xe đến kịp") {
        await page.locator(".analysis-legend").getByText("không xe").waitFor();
        await page.waitForTimeout(2500);
        await page.screenshot({ path: join(output, "analysis-engines.png") });
        expect(await barriers(watched)).toEqual([]);
      }
    }
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    expect(await barriers(watched)).toEqual([]);
    await page.context().close();
  }, 240_000);

  it("finds a row again by its mark on the map, and takes its work into a scenario", async () => {
    const watched = await openPage(browser, `${server.url}/vung-phu?drawer=half&table=fixes`, desktop);
    const { page } = watched;
    await rows(page).first().waitFor(patient);
    const { fixes } = (await analysis("fixes")) as Fixes;
    const wanted = fixes.find(({ kind, changes }) => kind === "new-hydrant" && changes.length > 0)!;
    // the same address without the row: the mark at the map's centre is all that names it
    const [lon, lat] = wanted.location;
    await page.goto(`${server.url}/vung-phu?drawer=half&table=fixes&cause=water&at=${lon},${lat},16.5`);
    await rows(page).first().waitFor(patient);
    const map = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
    const clicked = async () => {
      await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
      return parameter(page, "row");
    };
    // until the mark is drawn there is nothing to hit
    await expect.poll(clicked, { ...patient, interval: 1000 }).not.toBeNull();
    const chosen = fixes.find(({ id }) => id === parameter(page, "row"))!;
    expect(Math.hypot(chosen.location[0] - lon, chosen.location[1] - lat)).toBeLessThan(0.0002);

    await page.getByRole("button", { name: "Đưa vào phương án" }).click();
    await page.waitForURL(/scenario=/);
    await page.locator(".what-if-changes").waitFor(patient);
    const kept = await json(`/api/scenarios/${parameter(page, "scenario")}`);
    expect(kept.changes.map(({ id }: { id: string }) => id)).toEqual(chosen.changes.map(({ id }) => id));
    await page.locator(".what-if-changes").getByText(`Trụ nước ${chosen.roadName}`).waitFor();
    await page.screenshot({ path: join(output, "analysis-fix-taken.png") });
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  it("chooses works within a budget, with proof, and takes all of them into a scenario", async () => {
    const watched = await openPage(browser, `${server.url}/vung-phu?drawer=full&table=mixed-works`, desktop);
    const { page } = watched;
    const budget = page.getByLabel("Ngân sách", { exact: true });
    await budget.fill("2,5");
    await page.getByLabel("Ưu tiên", { exact: true }).selectOption({ label: "người dân" });
    await page.getByRole("button", { name: "Chọn việc" }).click();
    await page.waitForURL(/budget=2.5/);
    await rows(page).first().waitFor(patient);
    const told = await analysis("mixed-works?budget=2500&aim=people&certainty=certain");
    const sentence = page.locator(".analysis-head > p");
    await expect.poll(() => sentence.textContent()).toContain("Với 2,5 tỷ đồng");
    expect(numberIn((await sentence.textContent())!.split(":")[1]!)).toBe(told.works.length);
    await page.getByText(told.status === "optimal" ? "Đã chứng minh tối ưu" : /^kém tối đa/).waitFor();
    await page.locator(".mixed-more summary").click();
    expect(await page.locator(".mixed-curve tbody tr").count()).toBe(told.curve.length);
    await page.screenshot({ path: join(output, "analysis-mixed-works.png") });
    expect(await barriers(watched)).toEqual([]);

    await page.getByRole("button", { name: "Đưa tất cả vào phương án" }).click();
    await page.waitForURL(/scenario=/);
    const kept = await json(`/api/scenarios/${parameter(page, "scenario")}`);
    const changes = told.works.flatMap(({ changes }: MixedWork) => changes.map(({ id }) => id));
    expect(kept.changes.map(({ id }: { id: string }) => id)).toEqual(changes);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  it("opens one place's water, people and works under Vì sao?", async () => {
    const { premises } = (await analysis("fixes")) as Fixes;
    const place = premises.find(({ failing, fixIds }) => failing.includes("water") && fixIds.length > 1)!;
    const watched = await openPage(
      browser,
      `${server.url}/vung-phu?why=premises:${place.premisesId}`,
      desktop,
    );
    const { page } = watched;
    await page.getByRole("heading", { name: "Nước", exact: true }).waitFor(patient);
    await page.getByText(/Bồn của xe đầu tiên đủ [\d,]+ phút/).waitFor();
    await page.getByText(/^Cần \d+ xe/).waitFor();
    await page.locator(".fix-row").nth(1).waitFor(patient);
    expect(await page.locator(".fix-row").count()).toBeLessThanOrEqual(Math.max(3, place.fixIds.length));
    expect(watched.faults).toEqual([]);
    expect(await barriers(watched)).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("lays the survey list out as sheets of paper", async () => {
    const watched = await openPage(browser, `${server.url}/vung-phu?drawer=half&table=survey-list`, desktop);
    const { page } = watched;
    await page.getByRole("button", { name: "In phiếu khảo sát" }).click(patient);
    const sheet = page.locator(".survey-form");
    await sheet.getByRole("heading", { name: "Phiếu khảo sát hiện trường" }).waitFor();
    await sheet.getByText("Số liệu minh họa").waitFor();
    expect(await sheet.locator("tbody").count()).toBe(20);
    expect(await sheet.textContent()).not.toMatch(/unknown|null|undefined/);
    expect(await barriers(watched)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".print-bar").isVisible()).toBe(false);
    expect(await sheet.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
    expect(await sheet.locator("thead").evaluate((head) => getComputedStyle(head).display)).toBe(
      "table-header-group",
    );
    const pdf = await page.pdf({ path: join(output, "survey-form.pdf"), preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("is usable at 390 px: a row of the table shows its place on the map", async () => {
    const watched = await openPage(browser, `${server.url}/vung-phu?view=table&table=cut-ranking`, phone);
    const { page } = watched;
    await rows(page).first().waitFor(patient);
    await page.screenshot({ path: join(output, "analysis-phone-table.png") });
    expect(await barriers(watched)).toEqual([]);
    await rows(page).first().click();
    await page.locator(".analysis-legend").getByText("dòng đang chọn").waitFor();
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(output, "analysis-phone.png") });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await barriers(watched)).toEqual([]);
    await page.getByRole("button", { name: "Đóng phân tích" }).click();
    await page.waitForURL((url) => !url.search.includes("cut-ranking"));
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  it("computes by a province's own standard, once one is copied and edited", async () => {
    const before = (await json("/api/coverage-runs/current")).indicators.premisesByCause.force.certain;
    for (const viewport of [phone, desktop]) {
      const watched = await openPage(browser, `${server.url}/tieu-chuan`, viewport);
      await watched.page.getByText("Bộ có sẵn chỉ để đọc").waitFor();
      expect(await barriers(watched)).toEqual([]);
      expect(await watched.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
      if (viewport === phone) await watched.page.context().close();
      else await edit(watched);
    }

    async function edit(watched: WatchedPage) {
      const { page } = watched;
      await page.getByRole("button", { name: "Tạo bản của tỉnh" }).click();
      await page.getByLabel("Tên", { exact: true }).fill("Tiêu chuẩn thử");
      const engines = page.getByLabel(/: Số xe$/).first();
      await engines.fill("1.200");
      await page.keyboard.press("Tab");
      await page.getByText(/cần một số không âm/).waitFor();
      await engines.fill("4");
      await page.keyboard.press("Tab");
      await page.getByRole("button", { name: "Lưu tiêu chuẩn" }).click();
      await page.waitForURL(/standard=own-/);
      const id = parameter(page, "standard")!;
      expect((await json(`/api/standards/${id}`)).force.value[0].engineCount).toBe(4);
      expect(await barriers(watched)).toEqual([]);

      await page.goto(`${server.url}/vung-phu`);
      await page.getByLabel("Tiêu chuẩn áp dụng").selectOption({ label: "Tiêu chuẩn thử" });
      await page.waitForURL(/standard=own-/);
      const force = page.locator(".cause").filter({ hasText: "Lực lượng" }).locator(".number");
      await expect.poll(async () => numberIn(await force.textContent()), patient).toBeGreaterThan(before);
      expect(watched.otherHosts).toEqual([]);
      expect(watched.faults).toEqual([]);
      await page.context().close();
    }
  }, 180_000);
});
