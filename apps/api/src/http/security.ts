/** Headers that keep every request on this server, and a guard for writes while there are no accounts. */
import type { MiddlewareHandler } from "hono";
import { ProblemError } from "./problem.ts";

const contentSecurityPolicy = [
  "default-src 'self'",
  // the map's worker is a file of ours; libraries may also start one from a blob
  "worker-src 'self' blob:",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  // React Aria and the API page add style elements of their own
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("content-security-policy", contentSecurityPolicy);
  c.header("x-content-type-options", "nosniff");
  c.header("referrer-policy", "no-referrer");
  c.header("cross-origin-opener-policy", "same-origin");
};

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Loopback names only: a foreign page must not reach us through a name that it points at this machine. */
export const onlyLoopbackHosts: MiddlewareHandler = async (c, next) => {
  const host = c.req.header("host") ?? "";
  if (!loopbackNames.has(host.replace(/:\d+$/, "").toLowerCase())) {
    throw new ProblemError(
      403,
      "foreign-host",
      `This server answers to localhost and 127.0.0.1, not to ${host}.`,
    );
  }
  await next();
};

/** Writes come from our own pages or from programs, which send no Origin. */
export const onlyOwnOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  const isWrite = !["GET", "HEAD", "OPTIONS"].includes(c.req.method);
  if (isWrite && origin !== undefined && !isLoopbackOrigin(origin)) {
    throw new ProblemError(403, "foreign-origin", `Pages of ${origin} may not change data here.`);
  }
  await next();
};

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && loopbackNames.has(new URL(origin).hostname);
}

export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
