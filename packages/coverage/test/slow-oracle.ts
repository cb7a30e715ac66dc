/**
 * The four answers by brute force, straight from the sketch: shares no code with the engine or with coverage.
 *
 * Every way is cut at its junctions (a way of the sketch has two), gates and doors; distances are floating-point metres on the tests' plane and
 * shortest paths are relaxed arc by arc until nothing changes (Bellman–Ford).
 */
import type { Place, Sketch } from "./random-province.ts";

const speedKph: Record<string, number> = {
  primary: 50,
  tertiary: 40,
  residential: 30,
  living_street: 20,
  service: 20,
};
const wideClasses = new Set(["primary", "tertiary"]);
const limitsOf = {
  engine: { width: 3.5, height: 4.5, pump: 40 },
  "mini-engine": { width: 2.2, height: 2.8, pump: 15 },
};
const departureSeconds = (turnoutSeconds: number | null) => 60 + (turnoutSeconds ?? 60);

/** Of the sketch's hours, only 8 is in the rush. */
const slowdown = ({ hour, season }: Sketch) => (hour === 8 ? 0.7 : 1) * (season === "rainy" ? 0.9 : 1);

interface Piece {
  a: string;
  b: string;
  length: number;
  roadClass: string;
  direction: string;
  access: string;
  width: number | null;
  height: number | null;
}
/** A place beside a piece: how far along, how far off. */
interface Beside {
  piece: number;
  along: number;
  off: number;
}
type Certainty = "certain" | "possible";

export interface OracleAnswer {
  responseSeconds: number;
  hoseMetres: number;
  forceSeconds: number;
  waterMetres: number[];
}

export function oracleAnswers(drawn: Sketch, certainty: Certainty): OracleAnswer[] {
  const pieces = cutWays(drawn);
  const usable = pieces.map((piece) => allows(piece, drawn.vehicleClass, certainty));
  const doors = drawn.premises.map((place) => besides(drawn, pieces, place).filter(({ off }) => off <= 300));
  const gates = gatesOfStations(drawn, pieces, certainty);
  const sources = drawn.sources.map((place) => besides(drawn, pieces, place));

  const crew = crewSeconds(drawn, pieces, usable, gates, doors);
  const isSending = drawn.stations.map(({ engines }) => engines !== 0);
  const sending = gates.filter((_, j) => isSending[j]);
  const engineRoad = stationedPieces(drawn, pieces, usable, sending);
  const stands =
    certainty === "possible"
      ? pieces.flatMap(({ length }, piece) => (engineRoad[piece] ? [{ piece, low: 0, high: length }] : []))
      : standingPlaces(drawn, pieces, usable, sending.flat()).filter(({ piece }) => engineRoad[piece]);
  return drawn.premises.map(({ hazardClass }, i) => {
    const bySeconds = crew.map((seconds, j) => ({
      seconds: seconds[i]!,
      engines: enginesOf(drawn, j, certainty),
      people: peopleOf(drawn, j, certainty),
    }));
    const engines = nthOf(bySeconds, "engines", { low: 1, ordinary: 2, high: 3 }[hazardClass]);
    const people = drawn.crewCount === null ? 0 : nthOf(bySeconds, "people", drawn.crewCount);
    return {
      responseSeconds: Math.min(...bySeconds.filter((_, j) => isSending[j]).map(({ seconds }) => seconds)),
      hoseMetres: hoseMetres(pieces, stands, doors[i]!),
      forceSeconds: Math.max(engines, people),
      waterMetres: sources.map((from) => footMetres(pieces, from, doors[i]!)),
    };
  });
}

/** When the first crew stands at each junction, driven or on foot; Infinity where none comes. */
export function junctionSeconds(drawn: Sketch, certainty: Certainty): Map<string, number> {
  const pieces = cutWays(drawn);
  const usable = pieces.map((piece) => allows(piece, drawn.vehicleClass, certainty));
  const gates = gatesOfStations(drawn, pieces, certainty);
  const junctions = [...new Set(pieces.flatMap(({ a, b }) => [a, b]))];
  const doors = junctions.map((junction) => {
    const piece = pieces.findIndex(({ a, b }) => a === junction || b === junction);
    return [{ piece, along: pieces[piece]!.a === junction ? 0 : pieces[piece]!.length, off: 0 }];
  });
  const all = crewSeconds(drawn, pieces, usable, gates, doors);
  const crews = all.filter((_, j) => drawn.stations[j]!.engines !== 0);
  return new Map(junctions.map((junction, i) => [junction, Math.min(...crews.map((one) => one[i]!))]));
}

function gatesOfStations(drawn: Sketch, pieces: readonly Piece[], certainty: Certainty): Beside[][] {
  return drawn.stations.map((place) => {
    const near = besides(drawn, pieces, place).filter(({ off }) => off <= 300);
    const gatesBy = (c: Certainty) => {
      const open = near.filter(({ piece }) => allows(pieces[piece]!, drawn.vehicleClass, c));
      const least = Math.min(...open.map(({ off }) => off));
      return open.filter(({ off }) => off <= 50 || off === least);
    };
    return certainty === "certain" ? gatesBy("certain") : [...gatesBy("possible"), ...gatesBy("certain")];
  });
}

/** Whether some place lies so near to the limit of 300 m that rounding decides. */
export function isBorderline(drawn: Sketch): boolean {
  const pieces = cutWays(drawn);
  const places = [...drawn.stations, ...drawn.premises, ...drawn.sources];
  return places.some((place) =>
    besides(drawn, pieces, place).some(({ off }) => [50, 300].some((limit) => Math.abs(off - limit) < 0.1)),
  );
}

function cutWays(drawn: Sketch): Piece[] {
  return drawn.ways.flatMap(({ path, options }) => {
    const stops = path.split(" ");
    return stops.slice(1).map((b, k) => {
      const a = stops[k]!;
      const [[ax, ay], [bx, by]] = [drawn.junctions[a]!, drawn.junctions[b]!];
      return {
        a,
        b,
        length: Math.hypot(bx - ax, by - ay),
        roadClass: options.roadClass ?? "residential",
        direction: options.direction ?? "both",
        access: options.engineAccess ?? "yes",
        width: options.widthMetres === undefined ? 6 : options.widthMetres,
        height: options.maxHeightMetres ?? null,
      };
    });
  });
}

function allows(piece: Piece, vehicleClass: Sketch["vehicleClass"], certainty: Certainty): boolean {
  const { width, height } = limitsOf[vehicleClass];
  if (!(piece.roadClass in speedKph) || piece.access === "no") return false;
  if (piece.height !== null && piece.height < height) return false;
  if (piece.width !== null) return piece.width >= width;
  return certainty === "possible" || wideClasses.has(piece.roadClass);
}

function besides(drawn: Sketch, pieces: readonly Piece[], { x, y }: Place): Beside[] {
  return pieces.map(({ a, b, length }, piece) => {
    const [[ax, ay], [bx, by]] = [drawn.junctions[a]!, drawn.junctions[b]!];
    const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length)));
    return { piece, along: t * length, off: Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y) };
  });
}

function approachMetres(off: number): number {
  if (off <= 15) return 0;
  return off <= 60 ? off - 15 : 45 + 10 * (off - 60);
}

type Arc = [from: string, to: string, cost: number];

function relax(arcs: readonly Arc[], seeds: readonly (readonly [string, number])[]): Map<string, number> {
  const cost = new Map<string, number>();
  const at = (node: string) => cost.get(node) ?? Infinity;
  for (const [node, seconds] of seeds) cost.set(node, Math.min(at(node), seconds));
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [from, to, price] of arcs) {
      if (at(from) + price >= at(to)) continue;
      cost.set(to, at(from) + price);
      isChanged = true;
    }
  }
  return cost;
}

/** Seconds from each station to each door: drives on `d:` nodes, walks on `f:` nodes. */
function crewSeconds(
  drawn: Sketch,
  pieces: readonly Piece[],
  usable: readonly boolean[],
  gates: readonly Beside[][],
  doors: readonly Beside[][],
): number[][] {
  const places = [...gates, ...doors].flat();
  const isBarrier = new Set(drawn.barriers);
  const arcs: Arc[] = [];
  const nodeAt = (piece: number, along: number) => {
    const { a, b, length } = pieces[piece]!;
    return along <= 1e-9 ? a : along >= length - 1e-9 ? b : `${piece}@${along}`;
  };
  pieces.forEach((piece, p) => {
    const stops = [0, piece.length, ...places.filter((one) => one.piece === p).map(({ along }) => along)];
    const alongs = [...new Set(stops)].sort((x, y) => x - y);
    for (let k = 0; k + 1 < alongs.length; k++) {
      const metres = alongs[k + 1]! - alongs[k]!;
      const [from, to] = [nodeAt(p, alongs[k]!), nodeAt(p, alongs[k + 1]!)];
      arcs.push([`f:${from}`, `f:${to}`, metres], [`f:${to}`, `f:${from}`, metres]);
      if (!usable[p]) continue;
      // Engines arrive at a barrier on a node of their own piece, from which only this piece leads on.
      const own = (node: string) => (isBarrier.has(node) ? `d:${node}|${p}` : `d:${node}`);
      const seconds = (metres * 3.6) / (speedKph[piece.roadClass]! * slowdown(drawn));
      if (piece.direction !== "backward") arcs.push([own(from), own(to), seconds]);
      if (piece.direction !== "forward") arcs.push([own(to), own(from), seconds]);
      for (const node of [from, to]) arcs.push([own(node), `f:${node}`, 0]);
    }
  });
  return gates.map((own, j) => {
    const departure = departureSeconds(drawn.stations[j]!.turnoutSeconds);
    const seeds = own.map(({ piece, along, off }) => {
      const yardSeconds = Math.max(0, off - 15) * 0.36;
      return [`d:${nodeAt(piece, along)}`, departure + yardSeconds] as const;
    });
    const cost = relax(arcs, seeds);
    return doors.map((door) =>
      Math.min(
        ...door.map(
          ({ piece, along, off }) =>
            (cost.get(`f:${nodeAt(piece, along)}`) ?? Infinity) + approachMetres(off),
        ),
      ),
    );
  });
}

/** Pieces that hang together with a gate, barriers apart. */
function stationedPieces(
  drawn: Sketch,
  pieces: readonly Piece[],
  usable: readonly boolean[],
  gates: readonly Beside[][],
): boolean[] {
  const isReached = pieces.map(() => false);
  for (const { piece } of gates.flat()) isReached[piece] = true;
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    pieces.forEach((one, p) => {
      if (!usable[p] || isReached[p]) return;
      const touches = pieces.some(
        (other, q) =>
          isReached[q] &&
          [one.a, one.b].some(
            (node) => !drawn.barriers.includes(node) && (node === other.a || node === other.b),
          ),
      );
      if (touches) isChanged = isReached[p] = true;
    });
  }
  return isReached;
}

function footArcs(pieces: readonly Piece[]): Arc[] {
  return pieces.flatMap(({ a, b, length }): Arc[] => [
    [a, b, length],
    [b, a, length],
  ]);
}

/** A stretch of a piece on which engines may stand. */
interface Stand {
  piece: number;
  low: number;
  high: number;
}

const longestDeadEnd = 46;

/**
 * Pieces are cut at gates; an engine may drive over a part of one if, whichever way it comes out, it can drive on for
 * ever without backing or comes to a place to turn. From there it may back 46 m into the rest.
 */
function standingPlaces(
  drawn: Sketch,
  pieces: readonly Piece[],
  usable: readonly boolean[],
  gates: readonly Beside[],
): Stand[] {
  const isBarrier = (node: string) => drawn.barriers.includes(node);
  const turning = new Set<string>();
  const parts = pieces.flatMap((one, piece) => {
    if (!usable[piece]) return [];
    const own = gates.filter((gate) => gate.piece === piece).map(({ along }) => along);
    const nodeAt = (along: number) => {
      const node = along <= 1e-9 ? one.a : along >= one.length - 1e-9 ? one.b : `${piece}@${along}`;
      return isBarrier(node) ? `${node}|${piece}` : node;
    };
    for (const along of own) turning.add(nodeAt(along));
    const alongs = [...new Set([0, one.length, ...own])].sort((x, y) => x - y);
    return alongs.slice(1).map((high, k) => {
      const low = alongs[k]!;
      return { piece, low, high, u: nodeAt(low), v: nodeAt(high), isBroad: (one.width ?? 0) >= 10 };
    });
  });
  for (const node of Object.keys(drawn.junctions)) {
    const legs = pieces.filter(({ a, b }, p) => usable[p] && (a === node || b === node));
    const roomy = legs.filter(({ width, roadClass }) =>
      width === null ? wideClasses.has(roadClass) : width >= 5,
    );
    const hasRoom = legs.length >= 3 && roomy.length >= 2;
    if (!isBarrier(node) && (hasRoom || drawn.turningPlaces.includes(node))) turning.add(node);
  }
  /** Whether an engine that leaves part k at its end v (else u) gets by without backing. */
  const getsBy = parts.map(() => [true, true]);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    parts.forEach((part, k) => {
      for (const side of [0, 1]) {
        const end = side === 0 ? part.u : part.v;
        const goesOn = parts.some(
          (other, o) =>
            o !== k && ((other.u === end && getsBy[o]![1]!) || (other.v === end && getsBy[o]![0]!)),
        );
        if (!getsBy[k]![side] || part.isBroad || turning.has(end) || goesOn) continue;
        getsBy[k]![side] = false;
        isChanged = true;
      }
    });
  }
  const isDriven = parts.map((_, k) => getsBy[k]![0]! && getsBy[k]![1]!);
  const turns = [...turning, ...parts.flatMap(({ u, v }, k) => (isDriven[k] ? [u, v] : []))];
  const arcs = parts.flatMap(({ u, v, low, high }): Arc[] => [
    [u, v, high - low],
    [v, u, high - low],
  ]);
  const backed = relax(
    arcs,
    turns.filter((node) => !node.includes("|")).map((node) => [node, 0] as const),
  );
  return parts.flatMap(({ piece, low, high, u, v }, k): Stand[] => {
    if (isDriven[k]) return [{ piece, low, high }];
    const room = (node: string) =>
      node.includes("|") ? -1 : longestDeadEnd - (backed.get(node) ?? Infinity);
    return [
      ...(room(u) >= 0 ? [{ piece, low, high: Math.min(high, low + room(u)) }] : []),
      ...(room(v) >= 0 ? [{ piece, low: Math.max(low, high - room(v)), high }] : []),
    ];
  });
}

function hoseMetres(pieces: readonly Piece[], stands: readonly Stand[], door: readonly Beside[]): number {
  const cost = relax(
    footArcs(pieces),
    stands.flatMap(({ piece, low, high }) => {
      const { a, b, length } = pieces[piece]!;
      return [[a, low] as const, [b, length - high] as const];
    }),
  );
  return Math.min(
    ...door.map(({ piece, along, off }) => {
      const { a, b, length } = pieces[piece]!;
      const onFoot = Math.min((cost.get(a) ?? Infinity) + along, (cost.get(b) ?? Infinity) + length - along);
      const onPiece = stands
        .filter((stand) => stand.piece === piece)
        .map(({ low, high }) => Math.max(0, low - along, along - high));
      return Math.min(onFoot, ...onPiece) + approachMetres(off);
    }),
  );
}

function footMetres(pieces: readonly Piece[], from: readonly Beside[], door: readonly Beside[]): number {
  let best = Infinity;
  for (const start of from.filter(({ off }) => off <= 300)) {
    const { a, b, length } = pieces[start.piece]!;
    const cost = relax(footArcs(pieces), [
      [a, start.along],
      [b, length - start.along],
    ]);
    for (const { piece, along, off } of door) {
      const end = pieces[piece]!;
      const aroundA = (cost.get(end.a) ?? Infinity) + along;
      const aroundB = (cost.get(end.b) ?? Infinity) + end.length - along;
      const direct = piece === start.piece ? Math.abs(along - start.along) : Infinity;
      const ways = Math.min(aroundA, aroundB, direct);
      best = Math.min(best, approachMetres(start.off) + ways + approachMetres(off));
    }
  }
  return best;
}

function enginesOf(drawn: Sketch, j: number, certainty: Certainty): number {
  return drawn.stations[j]!.engines ?? (certainty === "possible" ? 1 : 0);
}

/** People ride on engines: a station that sends none brings nobody. */
function peopleOf(drawn: Sketch, j: number, certainty: Certainty): number {
  if (enginesOf(drawn, j, certainty) === 0) return 0;
  return drawn.stations[j]!.crewOnDuty ?? (certainty === "possible" ? 1_000 : 0);
}

function nthOf(
  stations: readonly { seconds: number; engines: number; people: number }[],
  what: "engines" | "people",
  n: number,
): number {
  let count = 0;
  for (const one of stations.toSorted((a, b) => a.seconds - b.seconds)) {
    count += one[what];
    if (count >= n) return one.seconds;
  }
  return Infinity;
}
