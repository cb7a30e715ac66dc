/** Branch and bound whose every node is closed by an exact bound: what HiGHS says is only where to look. */
import type { Highs } from "../highs/load.ts";
import { type LinearModel, openLp } from "../highs/mip.ts";
import { provesInfeasible, safeBound } from "../safe-bound.ts";

export interface BranchOptions {
  /** Whole number that a choice at hand reaches; only better ones are looked for. */
  readonly incumbent: number;
  readonly isOver: () => boolean;
  readonly secondsLeft: () => number;
  /** Takes the choice that the integer columns name, rounded, if it is a better one: its exact objective, else null. */
  readonly accept: (x: Float64Array) => number | null;
  readonly onBound?: (bound: number) => void;
}

interface Node {
  readonly bound: number;
  /** Columns set, and to what. */
  readonly column: readonly number[];
  readonly to: readonly number[];
}

/** Nothing beats what is returned: the incumbent itself when all nodes are closed. */
export function branchAndBound(highs: Highs, model: LinearModel, options: BranchOptions): number {
  const { isOver, accept, onBound } = options;
  const { columnCount, isInteger } = model;
  if (columnCount === 0)
    return isBroken(model, model.lower, model.upper)
      ? options.incumbent
      : (accept(model.lower) ?? options.incumbent);
  const lower = model.lower.slice();
  const upper = model.upper.slice();
  const program = openLp(highs, model);
  let incumbent = options.incumbent;
  const open: Node[] = [];
  let node: Node | undefined = { bound: Number.POSITIVE_INFINITY, column: [], to: [] };
  const boundOfOpen = () => open.reduce((most, { bound }) => Math.max(most, bound), incumbent);
  let [turns, lastTold] = [0, Number.POSITIVE_INFINITY];
  try {
    while (node) {
      if (isOver()) return Math.max(boundOfOpen(), node.bound);
      if (turns++ % 32 === 31 && onBound) {
        const told = Math.max(boundOfOpen(), node.bound);
        if (told < lastTold) onBound(told);
        lastTold = Math.min(lastTold, told);
      }
      const branched = visit(node);
      if (branched === "stopped") return Math.max(boundOfOpen(), node.bound);
      if (branched) {
        open.push(branched[1]);
        node = branched[0];
      } else node = takeBest();
    }
    return incumbent;
  } finally {
    program.dispose();
  }

  function takeBest(): Node | undefined {
    let best = -1;
    for (let k = 0; k < open.length; k++) if (best < 0 || open[k]!.bound > open[best]!.bound) best = k;
    if (best < 0 || open[best]!.bound <= incumbent) return undefined;
    const [node] = open.splice(best, 1);
    return node;
  }

  /** The two halves of a node, the likelier first; null where it is closed. */
  function visit({ bound, column, to }: Node): readonly [Node, Node] | "stopped" | null {
    lower.set(model.lower);
    upper.set(model.upper);
    column.forEach((j, k) => {
      lower[j] = to[k]!;
      upper[j] = to[k]!;
    });
    if (isBroken(model, lower, upper)) return null;
    program.setAllColumnBounds(lower, upper);
    const solved = program.solve({ timeLimitSeconds: options.secondsLeft(), shouldStop: isOver });
    if (solved.status === "stopped") return "stopped";
    let own = bound;
    if (solved.status === "infeasible") {
      const ray = program.dualRay();
      if (ray && provesInfeasible(model, ray, { lower, upper })) return null;
    } else if (solved.status === "optimal") {
      own = Math.min(own, safeBound(model, solved.rowDual, { lower, upper })?.whole ?? own);
      if (own <= incumbent) return null;
      incumbent = accept(solved.value) ?? incumbent;
      if (own <= incumbent) return null;
    }
    const j = branchColumn(solved.status === "optimal" ? solved.value : null);
    if (j < 0) {
      incumbent = accept(lower) ?? incumbent; // every integer is set: the node is this one choice
      return null;
    }
    const first = solved.status === "optimal" && solved.value[j]! >= 0.5 ? 1 : 0;
    const child = (end: number): Node => ({ bound: own, column: [...column, j], to: [...to, end] });
    return [child(first), child(1 - first)];
  }

  /** The integer column farthest from an integer; any open one where all are whole. -1 = none is open. */
  function branchColumn(x: Float64Array | null): number {
    let [best, most] = [-1, -1];
    for (let j = 0; j < columnCount; j++) {
      if (!isInteger?.[j] || lower[j] === upper[j]) continue;
      const distance = x ? Math.min(x[j]!, 1 - x[j]!) : 0;
      if (distance > most) [best, most] = [j, distance];
    }
    return best;
  }
}

/** Whether some row cannot be kept whatever the open columns are. */
export function isBroken(
  { rowCount, rowLower, rowUpper, firstEntry, columnOf, value }: LinearModel,
  lower: Float64Array,
  upper: Float64Array,
): boolean {
  for (let r = 0; r < rowCount; r++) {
    let [least, most] = [0, 0];
    for (let k = firstEntry[r]!; k < firstEntry[r + 1]!; k++) {
      const j = columnOf[k]!;
      const a = value[k]!;
      least += a * (a > 0 ? lower[j]! : upper[j]!);
      most += a * (a > 0 ? upper[j]! : lower[j]!);
    }
    if (least > rowUpper[r]! || most < rowLower[r]!) return true;
  }
  return false;
}
