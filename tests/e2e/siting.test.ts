import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Scenario, SitingCandidates, SitingRun } from "@firecover/domain";
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
/** What the page has asked for has come: for pictures of a map. */
async function quiet(page: Page): Promise<void> {
  const count = () => page.evaluate(() => performance.getEntriesByType("resource").length);
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await count();
        const isQuiet = now === before;
        before = now;
        return isQuiet;
      },
      { ...patient, interval: 700 },
    )
    .toBe(true);
}
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const percent = (share: number) => `${(Math.round(share * 1000) / 10).toFixed(1).replace(".", ",")}\u00a0%`;
const plain = (text: string | null) => (text ?? "").replaceAll("\u00a0", " ");

describe.skipIf(!chromiumPath)("choosing station sites", () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer("--data", temporaryFolder());
    browser = await launch();
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const json = async (path: string) => (await fetch(`${server.url}${path}`)).json();
  const runOf = async (page: Page): Promise<SitingRun> => json(`/api/siting-runs/${parameter(page, "run")}`);
  const ask = async (page: Page, button: string) => {
    const before = parameter(page, "run");
    await page.getByRole("button", { name: button }).click();
    await expect.poll(() => parameter(page, "run"), patient).not.toBe(before);
    await page.getByText("Đã giải xong").waitFor(patient);
    return runOf(page);
  };

  it("asks in a sentence, proves, ranks, and shows another choice when asked", async () => {
    const watched = await openPage(browser, `${server.url}/chon-vi-tri`, desktop);
    const { page } = watched;
    page.setDefaultTimeout(patient.timeout);
    const sentence = page.locator(".question-sentence");
    await expect
      .poll(async () => plain(await sentence.textContent()), patient)
      .toMatch(
        /^Đặt thêm 2 trạm trong \d+ vị trí, giữ nguyên \d+ trạm hiện có, để nhiều dân nhất có xe đến trong 10 phút/,
      );
    // a place along a road has no price of its own: what it is taken to cost is marked
    const known = ((await json("/api/siting/candidates")) as SitingCandidates).candidates;
    const unpriced = known.filter(({ site }) => site.priceMillionDong === null).length;
    await expect.poll(() => page.locator(".assumed-price").count(), patient).toBe(unpriced);
    await page.getByRole("button", { name: /^Xe đầu tiên đến trong: / }).click();
    await page.getByRole("textbox", { name: "Xe đầu tiên đến trong" }).fill("12");
    await page.keyboard.press("Escape");
    expect(parameter(page, "minutes")).toBe("12");
    expect(await barriers(watched)).toEqual([]);

    const run = await ask(page, "Tìm vị trí tốt nhất");
    const answer = run.answer!;
    expect(run.question).toMatchObject({ aim: "most-covered", newStationCount: 2, thresholdMinutes: 12 });
    expect(answer.status).toBe("optimal");
    await page.locator(".chip-ok").getByText("Tối ưu").waitFor();
    expect(await page.locator(".kpi-number").textContent()).toBe(percent(answer.best!.coveredShare));
    expect(await page.locator(".meeting-legend dd").allTextContents()).toEqual([
      percent(answer.best!.coveredShare),
      percent(answer.best!.coveredShare),
    ]);
    expect(await page.locator(".gain-point").count()).toBe(answer.curve.length);
    await page.getByText("Đang tính phút đến nơi").waitFor({ state: "hidden", ...patient });
    await quiet(page);
    await page.screenshot({ path: join(output, "siting.png") });
    expect(await barriers(watched)).toEqual([]);

    // a runner-up: the number, the marks in the list and the address follow
    expect(answer.runnersUp.length).toBeGreaterThan(0);
    await page.locator(".choice-row").nth(1).click();
    await expect.poll(() => parameter(page, "choice"), patient).toBe("1");
    const second = answer.runnersUp[0]!;
    await expect
      .poll(() => page.locator(".kpi-number").textContent(), patient)
      .toBe(percent(second.coveredShare));
    expect(await page.locator(".candidate-chosen").count()).toBe(second.siteIds.length);
    await page.locator(".chip").getByText("Phương án 2", { exact: true }).waitFor();
    await page.locator(".choice-row").first().click();

    // a chosen site opens with its list, what it is worth and its ring
    await page.locator(".site-share-head").first().click();
    await page.getByText("Chỗ tốt nhất trong").waitFor();
    const { candidates } = (await json("/api/siting/candidates")) as SitingCandidates;
    const open = candidates.find(({ site }) => site.id === parameter(page, "site"))!;
    expect(await page.locator(".candidate-details .conditions li").count()).toBe(open.conditions.length);
    await quiet(page);
    await page.screenshot({ path: join(output, "siting-site.png") });
    expect(await barriers(watched)).toEqual([]);

    // leaving it out is another question
    await page.getByRole("radio", { name: "Bỏ", exact: true }).click();
    await page.getByText("Câu hỏi khác với kết quả đang hiện.").waitFor();
    const without = await ask(page, "Tìm lại");
    expect(without.question.forbiddenSiteIds).toEqual([open.site.id]);
    expect(without.answer!.best!.siteIds).not.toContain(open.site.id);
    expect(without.answer!.best!.coveredWeight).toBeLessThanOrEqual(answer.best!.coveredWeight);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 400_000);

  it("sets two answers side by side, and takes one into a scenario as the server computes it", async () => {
    const [second, first] = ((await json("/api/siting-runs")) as { items: SitingRun[] }).items;
    const watched = await openPage(browser, `${server.url}/chon-vi-tri?run=${first!.id}&minutes=12`, desktop);
    const { page } = watched;
    page.setDefaultTimeout(patient.timeout);
    await page.locator(".kpi-number").waitFor(patient);
    await page.getByRole("button", { name: "So sánh" }).click();
    await page.getByLabel("Câu hỏi của B").selectOption(second!.id);
    await expect.poll(() => parameter(page, "beside"), patient).toBe(`${second!.id}:0`);
    const covered = page.locator(".compare tr", { hasText: "Được phủ" }).locator("td");
    const answers = await Promise.all(
      [first!, second!].map(async ({ id }) => ((await json(`/api/siting-runs/${id}`)) as SitingRun).answer!),
    );
    await expect
      .poll(() => covered.allTextContents(), patient)
      .toEqual(answers.map(({ best }) => percent(best!.coveredShare)));
    await page.getByRole("radio", { name: "Bản đồ: B" }).click();
    await expect.poll(() => parameter(page, "side"), patient).toBe("b");
    await page.getByText("Đang tính phút đến nơi").waitFor({ state: "hidden", ...patient });
    await quiet(page);
    await page.screenshot({ path: join(output, "siting-compare.png") });
    expect(await barriers(watched)).toEqual([]);
    await page.getByRole("button", { name: "Thôi so sánh" }).click();

    await page.getByRole("button", { name: "Đưa vào kịch bản" }).click();
    await page.getByText(/^Đã đưa vào/).waitFor(patient);
    const kept = (await json(`/api/scenarios/${parameter(page, "scenario")}`)) as Scenario;
    expect(kept.changes).toEqual(answers[0]!.changes);
    // again changes nothing: the stations are there already
    const looked = page.waitForResponse(
      (response) => response.url().endsWith(`/api/scenarios/${kept.id}`),
      patient,
    );
    await page.getByRole("button", { name: "Đưa vào kịch bản" }).click();
    await looked;
    await expect
      .poll(() => page.getByRole("button", { name: "Đưa vào kịch bản" }).isEnabled(), patient)
      .toBe(true);
    expect(((await json(`/api/scenarios/${kept.id}`)) as Scenario).changes).toEqual(kept.changes);
    // and it opens where cover is looked at
    await page.getByRole("link", { name: "Mở trên Vùng phủ" }).click();
    await page.waitForURL(/vung-phu/);
    await page.locator(".what-if-changes li").first().waitFor(patient);
    expect(await page.locator(".what-if-changes li").count()).toBe(kept.changes.length);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 400_000);

  it("tries a site elsewhere by mouse and by keys, and loses what the server says", async () => {
    const { items } = (await json("/api/siting-runs")) as { items: SitingRun[] };
    const { id, question } = items.at(-1)!;
    const watched = await openPage(browser, `${server.url}/chon-vi-tri?run=${id}&minutes=12`, desktop);
    const { page } = watched;
    page.setDefaultTimeout(patient.timeout);
    const handle = page.locator(".site-handle").first();
    await handle.waitFor(patient);
    const tip = page.locator(".site-drag-tip");
    const { x, y, width, height } = (await handle.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 50, { steps: 5 });
    await tip.getByText(/^[−+][\d,]+ điểm %/).waitFor(patient);
    expect(plain(await tip.textContent())).toMatch(/Dời vị trí \d+ đi [\d,]+ km/);
    await page.mouse.up();
    await tip.getByText("Trả về chỗ cũ").waitFor(patient);
    await page.screenshot({ path: join(output, "siting-drag.png") });
    await page.getByRole("button", { name: "Trả về chỗ cũ" }).click();
    await tip.waitFor({ state: "hidden" });

    // twenty steps of 100 m to the east, and the same place asked of the server
    await handle.focus();
    for (let step = 0; step < 20; step++) await page.keyboard.press("Shift+ArrowRight");
    await tip.getByText(/Trả về chỗ cũ/).waitFor();
    const { answer } = (await json(`/api/siting-runs/${id}`)) as SitingRun;
    const number = Number(/Vị trí (\d+)/.exec((await handle.getAttribute("aria-label"))!)![1]);
    const site = ((await json("/api/siting/candidates")) as SitingCandidates).candidates[number - 1]!.site;
    const [lon, lat] = site.location;
    const east = [lon + 20 * (100 / 111_195 / Math.cos((lat * Math.PI) / 180)), lat];
    const inTime = async (changes: unknown): Promise<number> => {
      const asked = await fetch(`${server.url}/api/coverage-runs`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ parameters: question.parameters, changes }),
      });
      let { id: runId } = await asked.json();
      if (asked.status === 202)
        await expect
          .poll(async () => {
            const job = await json(`/api/coverage-jobs/${runId}`);
            if (job.state !== "done") return false;
            runId = job.runId;
            return true;
          }, patient)
          .toBe(true);
      const { total } = await json(`/api/coverage-runs/${runId}/indicators?minutes=12`);
      return total.people - total.peopleBeyondThreshold.certain;
    };
    const moved = answer!.changes.map((change) =>
      change.kind === "openStation" && change.station.id === `site-${site.id}`
        ? { ...change, station: { ...change.station, location: east } }
        : change,
    );
    expect(moved).not.toEqual(answer!.changes);
    const difference = (await inTime(moved)) - (await inTime(answer!.changes));
    const people = Math.abs(difference).toLocaleString("vi-VN");
    // after the keys have rested
    const said = difference === 0 ? "Không mất ai" : `${difference < 0 ? "−" : "+"}${people} người`;
    await expect
      .poll(async () => plain(await tip.locator(".site-drag-loss").textContent()), patient)
      .toContain(said);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    expect(await barriers(watched)).toEqual([]);
    await page.context().close();
  }, 400_000);

  it("prints one whole page per site", async () => {
    const [{ id }] = ((await json("/api/siting-runs")) as { items: [SitingRun] }).items;
    const watched = await openPage(browser, `${server.url}/chon-vi-tri?run=${id}`, desktop);
    const { page } = watched;
    page.setDefaultTimeout(patient.timeout);
    await page.getByRole("button", { name: "In", exact: true }).click(patient);
    const sheets = page.locator(".site-sheet");
    await sheets.first().locator(".printed-map img").waitFor(patient);
    const { answer } = (await json(`/api/siting-runs/${id}`)) as SitingRun;
    expect(await sheets.count()).toBe(answer!.best!.siteIds.length);
    for (const sheet of await sheets.all()) {
      const words = (await sheet.textContent())!;
      expect(words).toContain("Số liệu minh họa");
      expect(words).toContain("Hoàng Sa");
      expect(words).toContain("Điều kiện thửa đất");
      expect(words).not.toMatch(/unknown|null|undefined|NaN/);
    }
    expect(await barriers(watched)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".print-bar").isVisible()).toBe(false);
    const pdf = await page.pdf({ path: join(output, "siting.pdf"), preferCSSPageSize: true });
    const pageCount = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
    expect(pageCount).toBe(answer!.best!.siteIds.length);
    // paper is narrower than the window: the sheets stay all the same
    expect(await sheets.count()).toBe(answer!.best!.siteIds.length);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 400_000);

  it("names what cannot be reached, and edits what a plot must fulfil", async () => {
    const watched = await openPage(browser, `${server.url}/chon-vi-tri?aim=all-covered&budget=1000`, desktop);
    const { page } = watched;
    page.setDefaultTimeout(patient.timeout);
    const run = await ask(page, "Tìm vị trí tốt nhất");
    expect(run.answer!.status).toBe("infeasible");
    await page.getByRole("heading", { name: "Không phương án nào đáp ứng được câu hỏi" }).waitFor();
    await page.locator(".siting-key").getByText("Không với tới được").waitFor();
    const smallest = Math.ceil(run.answer!.infeasibility!.smallestThresholdMinutes!);
    await page.getByRole("button", { name: `Hỏi lại với ${smallest} phút` }).click();
    await expect.poll(() => parameter(page, "minutes"), patient).toBe(String(smallest));
    expect(await barriers(watched)).toEqual([]);

    const failing = page.locator(".panel-section-head", { hasText: "vị trí đề xuất" }).locator(".caption");
    const before = await failing.textContent();
    await page.getByRole("button", { name: "Sửa điều kiện" }).click();
    const area = page.locator(".site-rules-fields fieldset", { hasText: "Diện tích" }).getByRole("textbox");
    await area.fill("3800");
    expect(await barriers(watched)).toEqual([]);
    await page.getByRole("button", { name: "Lưu và xét lại các vị trí" }).click();
    await page.getByText("từ 3.800 m²").waitFor(patient);
    expect(await failing.textContent()).not.toBe(before);
    const { rules, candidates } = (await json("/api/siting/candidates")) as SitingCandidates;
    expect(rules.minPlotAreaSquareMetres).toEqual({
      value: 3800,
      basis: "planning-assumption",
      clause: null,
    });
    const ruledOut = candidates.filter(({ verdict }) => verdict === "not-met").length;
    expect(await failing.textContent()).toContain(`${ruledOut} loại`);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 400_000);

  it("asks for at least one of several sites, and shows the stations that an answer gives up", async () => {
    const stations = ((await json("/api/fire-stations")) as { items: { id: string }[] }).items;
    const release = stations.map(({ id }) => encodeURIComponent(id)).join();
    const watched = await openPage(
      browser,
      `${server.url}/chon-vi-tri?n=0&robust=no&release=${encodeURIComponent(release)}`,
      desktop,
    );
    const { page } = watched;
    page.setDefaultTimeout(patient.timeout);
    await page.getByRole("button", { name: "Gộp nhóm" }).click(patient);
    for (const place of [1, 3]) await page.locator(".candidate-row").nth(place).click();
    expect(await barriers(watched)).toEqual([]);
    await page.getByRole("button", { name: "Ít nhất một trong số này" }).click();
    const group = page.locator(".question-groups li");
    await group.waitFor();
    const run = await ask(page, "Tìm vị trí tốt nhất");
    const [ids] = run.question.groups;
    expect(ids).toHaveLength(2);
    expect(run.answer!.best!.siteIds.some((id) => ids!.includes(id))).toBe(true);
    const closed = run.answer!.best!.closedStationIds.length;
    expect(closed).toBeGreaterThan(0);
    await page.locator(".siting-key").getByText("Trạm đóng").waitFor();
    await page.locator(".result-head").getByText(`đóng ${closed}`).waitFor();
    expect(await barriers(watched)).toEqual([]);

    await group.getByRole("button").click();
    await expect.poll(() => parameter(page, "groups"), patient).toBeNull();
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 400_000);

  it("is usable at 390 px, in the dark and in English", async () => {
    const watched = await openPage(browser, `${server.url}/chon-vi-tri?lang=en&robust=no&n=1`, phone);
    const { page } = watched;
    page.setDefaultTimeout(patient.timeout);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByRole("button", { name: "Find the best sites" }).click(patient);
    await page.getByRole("button", { name: "See the result" }).click(patient);
    await page.locator(".kpi-number").waitFor(patient);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await barriers(watched)).toEqual([]);
    await page.screenshot({ path: join(output, "siting-phone-result.png") });
    await page.getByRole("radio", { name: "Map", exact: true }).click();
    await page.locator(".map-sentence").waitFor(patient);
    await quiet(page);
    await page.screenshot({ path: join(output, "siting-phone.png") });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await barriers(watched)).toEqual([]);
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  }, 400_000);
});
