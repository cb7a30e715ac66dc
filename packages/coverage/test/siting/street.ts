/**
 * A street 6 km long on which every number can be worked out by hand. Engines drive 1 km in 120 s; with a minute for the
 * alarm and one for turning out, 4 minutes reach 1 km.
 *
 *   x, km       0        1        2        3        4        5        6
 *   today       S
 *   candidates           A        B                 C        D
 *   people          1        2        4        8        16       32
 *
 * People live half-way between two kilometres; the four 50 m beyond it.
 */
import { at, cell, drawRoads, premises, province, station } from "../builders.ts";
import { candidate } from "./siting-builders.ts";

const junctions = Object.fromEntries(
  Array.from({ length: 7 }, (_, km) => [`j${km}`, [1000 * km, 0] as const]),
);
const street = Object.keys(junctions).join(" ");
export const cells = [500, 1500, 2550, 3500, 4500, 5500].map((x, n) => cell(`h${n}`, at(x, 0), 2 ** n));
export const town = province({
  network: drawRoads(junctions, [[street, { name: "Đường Dài" }]]),
  stations: [station("S", at(0, 0))],
  cells,
  premises: [
    premises("p0", at(1500, 0), { hazardClass: "high" }),
    premises("p1", at(3500, 0), { hazardClass: "low" }),
    premises("p2", at(4500, 0), { hazardClass: "ordinary" }),
  ],
});
export const candidates = [
  candidate("A", at(1000, 0)),
  candidate("B", at(2000, 0)),
  candidate("C", at(4000, 0)),
  candidate("D", at(5000, 0)),
];
/** A station of 30,000 with two engines of 8,000 each. */
export const priceMillionDong = 46_000;
