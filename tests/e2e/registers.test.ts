import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, desktop, launch, openPage } from "../src/browser.ts";
import { startServer, type TestServer, temporaryFolder } from "../src/firecover.ts";

const output = join(import.meta.dirname, "../output");
mkdirSync(output, { recursive: true });

// left out only where no Chromium is installed; the runner says so, and CI refuses to go on without
describe.skipIf(!chromiumPath)("registers and import", () => {
  let server: TestServer;
  let browser: Browser;
  const folder = temporaryFolder();

  beforeAll(async () => {
    server = await startServer("--data", join(folder, "data"));
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const total = async (query: string): Promise<number> =>
    (await (await fetch(`${server.url}/api/premises?limit=1&${query}`)).json()).total;

  it("lists as many overdue premises as the server counts", async () => {
    const watched = await openPage(browser, `${server.url}/so-du-lieu?inspection=overdue`, desktop);
    const { page } = watched;
    await page
      .getByText(/Quá hạn \d+ ngày/)
      .first()
      .waitFor();
    const words = new Intl.NumberFormat("vi").format(await total("inspection=overdue"));
    await page.getByText(words).first().waitFor();
    await page.waitForTimeout(3000);
    await page.screenshot({ path: join(output, "registers.png") });
    expect(watched.otherHosts).toEqual([]);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  });

  it("imports the sound rows of a file and names the faulty one", async () => {
    const file = join(folder, "co-so.csv");
    writeFileSync(
      file,
      "Mã số,Tên cơ sở,Loại cơ sở,Kinh độ,Vĩ độ\n" +
        "THU-1,Chợ Thử Nghiệm Một,Chợ,104.65,21.9\n" +
        "THU-2,Kho Thử Nghiệm Hai,Kho,104.66,hai mươi mốt\n",
    );
    const watched = await openPage(browser, `${server.url}/nhap-tep`, desktop);
    const { page } = watched;
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText("hai mươi mốt").first().waitFor();
    await page.screenshot({ path: join(output, "import.png") });
    expect(await total("q=Thử Nghiệm")).toBe(0);
    await page.getByRole("button", { name: /Nhập 1 dòng hợp lệ/ }).click();
    await page
      .getByRole("button", { name: /Tính lại vùng phủ/ })
      .or(page.getByRole("link", { name: /Tính lại/ }))
      .first()
      .waitFor();
    expect(await total("q=cho thu nghiem mot")).toBe(1);
    expect(watched.faults).toEqual([]);
    await page.context().close();
  });

  // last: it empties the registers that the others read
  it("takes the illustrative data out and then says what to do first", async () => {
    const watched = await openPage(browser, `${server.url}/nhap-tep`, desktop);
    const { page } = watched;
    await page.getByRole("button", { name: "Xóa số liệu minh họa" }).click();
    await page.getByRole("button", { name: "Xóa", exact: true }).click();
    await page.getByText("Đang có số liệu minh họa").waitFor({ state: "detached" });
    expect(await total("")).toBe(1); // the row imported above is no illustration
    await page.goto(`${server.url}/vung-phu`);
    await page
      .getByRole("link", { name: "Nhập tệp đầu tiên" })
      .or(page.getByRole("button", { name: "Nhập tệp đầu tiên" }))
      .or(page.getByRole("button", { name: "Tính vùng phủ" }))
      .first()
      .waitFor();
    await page.screenshot({ path: join(output, "empty.png") });
    expect(watched.faults).toEqual([]);
    await page.context().close();
  });
});
