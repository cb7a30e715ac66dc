/** A value that the database cannot hold is the caller's fault: it once came back as a 500. */
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { onError } from "../src/http/problem.ts";

const answer = async (code: string) => {
  const app = new Hono().get("/", () => {
    throw Object.assign(new Error("from the database"), { code });
  });
  app.onError(onError);
  const response = await app.request("/");
  return { status: response.status, body: (await response.json()) as { code: string } };
};

describe("an error of the database", () => {
  // untranslatable character, character not in repertoire, numeric value out of range
  it.each(["22P05", "22021", "22003"])("%s about a value is a 400", async (code) => {
    expect(await answer(code)).toMatchObject({ status: 400, body: { code: "invalid-input" } });
  });

  // syntax error, out of disk
  it.each(["42601", "53100"])("%s about anything else stays a 500", async (code) => {
    expect((await answer(code)).status).toBe(500);
  });
});
