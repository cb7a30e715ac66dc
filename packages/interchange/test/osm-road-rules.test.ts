import { describe, expect, it } from "vitest";
import { readRoadTags, roadClassOf, stoppingBarrierOf, turningPlaceOf } from "../src/osm/road-tags.ts";
import { parseLengthMetres, parseSpeedKph, parseWeightTonnes } from "../src/osm/tag-values.ts";
import { parseDiameterMm, parseFlowLps, parsePressureBar, parseVolumeM3 } from "../src/osm/water-values.ts";

const road = (tags: Record<string, string>) => {
  const unreadable: string[] = [];
  const full = { highway: "residential", ...tags };
  const read = readRoadTags(roadClassOf(full)!, full, (key) => unreadable.push(key));
  return { ...read, unreadable };
};

describe("what is a road", () => {
  it.each([
    "construction",
    "proposed",
    "raceway",
    "platform",
    "corridor",
    "elevator",
    "bridleway",
    "bus_stop",
  ])("leaves out highway=%s", (highway) => expect(roadClassOf({ highway })).toBeNull());
  it("leaves out squares drawn as areas", () => {
    expect(roadClassOf({ highway: "pedestrian", area: "yes" })).toBeNull();
    expect(roadClassOf({ highway: "pedestrian", area: "no" })).toBe("pedestrian");
  });
});

describe("one-way", () => {
  it.each([
    [{ oneway: "yes" }, "forward"],
    [{ oneway: "true" }, "forward"],
    [{ oneway: "1" }, "forward"],
    [{ oneway: "-1" }, "backward"],
    [{ oneway: "no" }, "both"],
    [{}, "both"],
    [{ junction: "roundabout" }, "forward"],
    [{ junction: "circular" }, "forward"],
    [{ highway: "motorway" }, "forward"],
    [{ highway: "motorway_link" }, "both"],
    [{ highway: "motorway", oneway: "no" }, "both"],
    [{ junction: "roundabout", oneway: "-1" }, "backward"],
  ])("%o runs %s", (tags, direction) => expect(road(tags).direction).toBe(direction));
});

describe("entry for engines", () => {
  it.each([
    [{ access: "no" }, "no"],
    [{ vehicle: "no" }, "no"],
    [{ motor_vehicle: "no" }, "no"],
    [{ motor_vehicle: "no", emergency: "yes" }, "yes"],
    [{ access: "no", emergency: "designated" }, "yes"],
    [{ access: "no", emergency: "no" }, "no"],
    [{ access: "private" }, "private"],
    [{ access: "private", motor_vehicle: "no" }, "no"],
    [{ access: "destination" }, "yes"],
    [{ motor_vehicle: "agricultural" }, "yes"],
  ])("%o is %s", (tags, access) => expect(road(tags).engineAccess).toBe(access));
  it("keeps a way closed to motors: people and hoses still use it", () => {
    expect(road({ highway: "footway", access: "no" }).roadClass).toBe("footway");
  });
});

describe("barriers", () => {
  it.each(["bollard", "block", "jersey_barrier", "log", "debris"])("%s stops engines", (barrier) => {
    expect(stoppingBarrierOf({ barrier })).toBe(barrier);
    expect(stoppingBarrierOf({ barrier, emergency: "yes" })).toBeNull();
  });
  it.each(["gate", "lift_gate", "kerb"])("%s does not", (barrier) => {
    expect(stoppingBarrierOf({ barrier })).toBeNull();
  });
});

describe("measures", () => {
  it.each([
    ["50", 50],
    ["50 km/h", 50],
    ["30 mph", 48.28032],
    ["none", null],
    ["50; 40", null],
    ["0", null],
  ])("speed %s", (text, kph) => {
    const parsed = parseSpeedKph(text);
    if (kph === null) expect(parsed).toBeNull();
    else expect(parsed).toBeCloseTo(kph, 9);
  });
  it.each([
    ["3.5", 3.5],
    ["3.5 m", 3.5],
    ["3,5", 3.5],
    ["350 cm", 3.5],
    ["10 ft", 3.048],
    ["14'5\"", 4.3942],
    ["13' 10\"", 4.2164],
    ["12'", 3.6576],
    ["wide", null],
    ["-3", null],
  ])("length %s", (text, metres) => {
    const parsed = parseLengthMetres(text);
    if (metres === null) expect(parsed).toBeNull();
    else expect(parsed).toBeCloseTo(metres, 9);
  });
  it.each([
    ["3.5 t", 3.5],
    ["7.5", 7.5],
    ["3500 kg", 3.5],
    ["10 st", 9.0718474],
  ])("weight %s", (text, tonnes) => expect(parseWeightTonnes(text)).toBeCloseTo(tonnes, 9));
  it("takes the narrower of width and sign, and the estimate only without a width", () => {
    expect(road({ width: "4", maxwidth: "2.4 m" }).widthMetres).toBe(2.4);
    expect(road({ width: "4", est_width: "3" }).widthMetres).toBe(4);
    expect(road({ est_width: "3" }).widthMetres).toBe(3);
    expect(road({}).widthMetres).toBeNull();
  });
  it("tells of a value that cannot be read, and not of a limit written in words", () => {
    expect(road({ width: "narrow", maxspeed: "VN:urban", maxheight: "default" }).unreadable).toEqual([
      "width",
    ]);
  });
  it("reads water figures only where their unit is certain", () => {
    expect(parseFlowLps("900 l/min")).toBe(15);
    expect(parseFlowLps("54 m3/h")).toBeCloseTo(15, 9);
    expect(parseFlowLps("900")).toBeNull();
    expect(parseVolumeM3("50m3")).toBe(50);
    expect(parseVolumeM3("30000 l")).toBe(30);
    expect(parseVolumeM3("2")).toBeNull();
    expect(parseDiameterMm("DN100")).toBe(100);
    expect(parsePressureBar("suction")).toBe("words");
    expect(parsePressureBar("4.5")).toBe(4.5);
  });
});

describe("turning places", () => {
  it.each(["turning_circle", "turning_loop"])("are nodes with highway=%s", (highway) => {
    expect(turningPlaceOf({ highway })).toBe(highway);
  });
  it.each(["mini_roundabout", "passing_place", "residential"])("are none with highway=%s", (highway) => {
    expect(turningPlaceOf({ highway })).toBeNull();
  });
});
