/** The pages of apps/docs as HTML: methodology, decisions, architecture; linked from every number. */
import { readdir, readFile } from "node:fs/promises";
import { extname, join, posix } from "node:path";
import { Hono } from "hono";
import { Marked } from "marked";
import { onNotFound } from "../http/problem.ts";
import { createAssetFolder, pathInside } from "./asset.ts";

export function docsPages(folder: string): Hono {
  const assets = createAssetFolder(folder);
  return new Hono()
    .get("/style.css", (c) =>
      c.body(style, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "no-cache" }),
    )
    .get("/*", async (c) => {
      const path = decodeURI(c.req.path)
        .replace(/^\/docs\/?/, "")
        .replace(/\/$/, "");
      const extension = extname(path);
      if (extension !== "" && extension !== ".md") {
        return (await assets.respond(c, path, "no-cache")) ?? onNotFound(c);
      }
      const page = await renderPage(folder, path.replace(/\.md$/, ""));
      return page === undefined ? onNotFound(c) : c.html(page, 200, { "cache-control": "no-cache" });
    });
}

/** A page by its path without `.md`; a folder without a README is shown as the list of its pages. */
async function renderPage(folder: string, path: string): Promise<string | undefined> {
  const file = pathInside(folder, `${path || "README"}.md`);
  const markdown = file && (await readFile(file, "utf8").catch(() => undefined));
  if (markdown !== undefined) return frame(path, markdown);
  const inside = pathInside(folder, path);
  if (!inside) return undefined;
  const readme = await readFile(join(inside, "README.md"), "utf8").catch(() => undefined);
  const list = await listFolder(inside, path);
  if (readme !== undefined) return frame(`${path}/README`, `${readme}\n\n${list ?? ""}`);
  return list === undefined ? undefined : frame(path, `# ${path || "firecover"}\n\n${list}`);
}

async function listFolder(folder: string, path: string): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return undefined;
  const lines: string[] = [];
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const target = posix.join("/docs", path, entry.name.replace(/\.md$/, ""));
    if (entry.isDirectory() && entry.name !== "images") lines.push(`- [${entry.name}/](${target})`);
    if (!entry.isFile() || extname(entry.name) !== ".md" || entry.name === "README.md") continue;
    const markdown = await readFile(join(folder, entry.name), "utf8");
    lines.push(`- [${titleOf(markdown) ?? entry.name}](${target})`);
  }
  return lines.join("\n");
}

const titleOf = (markdown: string): string | undefined => /^# (.+)$/m.exec(markdown)?.[1];

function frame(path: string, markdown: string): string {
  const title = titleOf(markdown)?.replaceAll("`", "") ?? "firecover";
  const crumbs = path.split("/").slice(0, -1);
  const trail = crumbs.map((name, k) => `<a href="/docs/${crumbs.slice(0, k + 1).join("/")}">${name}</a>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)} · firecover</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/docs/style.css" />
  </head>
  <body>
    <nav><a href="/">← Bản đồ <span lang="en">(map)</span></a> <a href="/docs">Tài liệu <span lang="en">(docs)</span></a> ${trail.join(" ")}</nav>
    <main>${markedFor(path).parse(markdown, { async: false })}</main>
  </body>
</html>
`;
}

/** Headings can be linked to, relative links lead from page to page, wide tables scroll by themselves. */
function markedFor(path: string): Marked {
  const base = posix.join("/docs", posix.dirname(path === "" ? "README" : path));
  const used = new Map<string, number>();
  return new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${anchorOf(text, used)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, title, tokens }) {
        const hint = title ? ` title="${escapeHtml(title)}"` : "";
        return `<a href="${escapeHtml(resolveLink(base, href))}"${hint}>${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text }) {
        return `<img src="${escapeHtml(resolveLink(base, href))}" alt="${escapeHtml(text)}" />`;
      },
    },
    hooks: {
      postprocess: (html) =>
        html.replaceAll("<table>", '<div class="wide"><table>').replaceAll("</table>", "</table></div>"),
    },
  });
}

function resolveLink(base: string, href: string): string {
  if (/^([a-z]+:|\/|#)/i.test(href)) return href;
  const [path = "", anchor] = href.split("#", 2);
  const target = posix.join(base, path.replace(/(^|\/)README\.md$/, "$1").replace(/\.md$/, ""));
  return anchor === undefined ? target : `${target}#${anchor}`;
}

/** Letters keep their accents; what repeats on a page gets a number. */
function anchorOf(text: string, used: Map<string, number>): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
  const times = used.get(plain) ?? 0;
  used.set(plain, times + 1);
  return times === 0 ? plain : `${plain}-${times}`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const style = `:root { color-scheme: light dark; --ink: #1b2430; --ink-2: #4a5565; --line: #dbddda; --page: #f6f6f3; --card: #fff; --accent: #1c5a9c; --sunk: #eff0ec; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ebf0; --ink-2: #b9c2ce; --line: #303945; --page: #12171d; --card: #1a2028; --accent: #7fb4ee; --sunk: #141a21; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.6 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
nav { display: flex; flex-wrap: wrap; gap: 20px; padding: 12px 20px; background: var(--card); border-bottom: 1px solid var(--line); font-size: 14px; }
nav span { color: var(--ink-2); }
main { max-width: 76ch; margin: 24px auto 64px; padding: 0 20px; overflow-wrap: break-word; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.75rem; line-height: 1.25; } h2 { margin-top: 2.2em; font-size: 1.3rem; } h3 { margin-top: 1.8em; font-size: 1.1rem; }
pre, code { background: var(--sunk); border-radius: 4px; font: 0.875em/1.5 "Noto Sans Mono", Consolas, monospace; }
code { padding: 1px 4px; } pre { padding: 12px 14px; overflow-x: auto; } pre code { padding: 0; font-size: 1em; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.925em; } th, td { padding: 6px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
img { max-width: 100%; } blockquote { margin: 0; padding: 2px 16px; border-left: 3px solid var(--line); color: var(--ink-2); }
`;
