/** Headless Chromium that notes every request, error and console message of a page. */
import { type Browser, chromium, type Page } from "playwright-core";
import { findMachine } from "./machine.ts";

const flags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export interface WatchedPage {
  readonly page: Page;
  /** Hosts asked, other than the page's own. */
  readonly otherHosts: string[];
  /** Uncaught errors, console errors and answers of 400 and above. */
  readonly faults: string[];
}

/** Null where no Chromium is on this machine. */
export const chromiumPath: string | null = findMachine().chromium;

export function launch(): Promise<Browser> {
  if (!chromiumPath) throw new Error("No Chromium on this machine.");
  return chromium.launch({ executablePath: chromiumPath, args: flags });
}

export async function openPage(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport,
    locale: "vi-VN",
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const own = new URL(url).host;
  const otherHosts: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && host !== own) otherHosts.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  return { page, otherHosts, faults };
}
