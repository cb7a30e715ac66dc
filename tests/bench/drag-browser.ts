/** What following the pointer costs in a real browser: worker and page together, from the pointer to the numbers. Measured since a planner drags with the eye on them. */
import type { Page } from "playwright-core";
import { chromiumPath, desktop, launch } from "../src/browser.ts";
import { startServer, temporaryFolder } from "../src/firecover.ts";
import { type Figure, median } from "./figure.ts";

const strokes = 12;
const movesPerStroke = 10;

export async function run(): Promise<Figure[]> {
  if (!chromiumPath) {
    process.stderr.write("drag-browser left out: no Chromium\n");
    return [];
  }
  const server = await startServer("--data", temporaryFolder());
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: desktop });
    await page.goto(`${server.url}/vung-phu`);
    await page.locator(".kpi-number").first().waitFor();
    await page.getByLabel("Kịch bản").last().selectOption({ label: "Phương án mới…" });
    await page.locator(".what-if-handle").first().waitFor({ timeout: 60_000 });
    await drag(page, 2); // compiled before it is timed
    await page.evaluate("performance.clearMeasures()");
    await drag(page, strokes);
    const answers = (await page.evaluate(
      "performance.getEntriesByName('what-if:drag').map(({ detail }) => [detail.workerMillis, detail.mainMillis])",
    )) as [number, number][];
    const millis = answers.map(([worker, main]) => worker + main);
    process.stderr.write(
      `  ${answers.length} answers; worker ${median(answers.map(([worker]) => worker)).toFixed(1)} ms, page ${median(answers.map(([, main]) => main)).toFixed(1)} ms\n`,
    );
    const goal = "of worker and main-thread work, demo province, painting apart: ";
    return [
      {
        name: "drag-browser/demo",
        value: median(millis),
        unit: "ms",
        peers: {},
        goal: `${goal}at most 33 ms`,
      },
      {
        name: "drag-browser/demo-worst",
        value: Math.max(...millis),
        unit: "ms",
        peers: {},
        goal: `${goal}at most 100 ms`,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Short moves and long ones, back and forth, so that the station ends where it began. */
async function drag(page: Page, count: number): Promise<void> {
  const handle = page.getByRole("button", { name: /khu vực số 4/ });
  const { x, y, width, height } = (await handle.boundingBox())!;
  const [left, top] = [x + width / 2, y + height / 2];
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let stroke = 0; stroke < count; stroke++) {
    const reach = stroke % 2 === 0 ? 20 : 160;
    for (let move = 1; move <= movesPerStroke; move++) {
      const angle = (2 * Math.PI * move) / movesPerStroke;
      await page.mouse.move(left + reach * Math.sin(angle), top + reach * (1 - Math.cos(angle)) * 0.5);
      await page.waitForTimeout(60);
    }
  }
  await page.mouse.move(left, top);
  await page.mouse.up();
  await page.waitForTimeout(500);
}
