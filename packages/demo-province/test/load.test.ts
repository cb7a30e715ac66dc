/** Loading goes through one transaction and hands over every record once. */
import type { ImportSink } from "@firecover/domain";
import { expect, it } from "vitest";
import { demoProvince, loadDemoProvince } from "../src/index.ts";

it("hands every layer to the sink, communes first, and reports progress to the end", async () => {
  const received = new Map<string, number>();
  let transactions = 0;
  const sink: ImportSink = {
    transaction: (work) => {
      transactions++;
      return work({
        upsert: async (layer, records) => {
          received.set(layer, (received.get(layer) ?? 0) + records.length);
          return { read: records.length, added: records.length, changed: 0, unchanged: 0, rejected: 0 };
        },
        setCommunePopulations: () => Promise.reject(new Error("not needed")),
        provinceBounds: async () => null,
        roadsMeeting: async () => [],
      });
    },
  };
  const progress: { done: number; total: number | null }[] = [];
  const counts = await loadDemoProvince(sink, (step) => progress.push(step), 5);
  const province = demoProvince(5);
  expect(transactions).toBe(1);
  expect([...received.keys()][0]).toBe("communes");
  expect(received.get("roads")).toBe(province.roads.length);
  expect(received.get("premises")).toBe(6000);
  expect(counts.premises?.added).toBe(6000);
  const last = progress.at(-1)!;
  expect(last.done).toBe(last.total);
  expect([...received.values()].reduce((a, b) => a + b, 0)).toBe(last.total);
}, 60_000);
