/** Whether the process lives, and whether it can answer. */
import { Hono } from "hono";
import type { Startup } from "../startup.ts";

export function healthRoutes<Services>(startup: Startup<Services>): Hono {
  return new Hono()
    .get("/live", (c) => c.json({ status: "live" }, 200, { "cache-control": "no-store" }))
    .get("/ready", (c) => {
      const { state } = startup;
      return c.json(state, state.status === "ready" ? 200 : 503, { "cache-control": "no-store" });
    });
}
