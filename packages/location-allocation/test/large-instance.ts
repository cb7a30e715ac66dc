/** Seeded instances large enough that a solve takes a while: sites and demand scattered over a square. */
import { type Instance, plainSites, REQUIRED } from "../src/index.ts";
import { seededRandom } from "../src/seeded-random.ts";

export interface Scatter {
  readonly siteCount: number;
  readonly demandCount: number;
  readonly requiredCount?: number;
  /** Pairs farther apart than this, in thousandths of the square's side, are left out. */
  readonly reach?: number;
  readonly seed: number;
}

export function scatteredInstance({
  siteCount,
  demandCount,
  requiredCount = 0,
  reach = Infinity,
  seed,
}: Scatter): Instance {
  const random = seededRandom(seed);
  const place = () => [random(), random()] as const;
  const siteAt = Array.from({ length: siteCount }, place);
  const demandAt = Array.from({ length: demandCount }, place);
  const firstPair = new Uint32Array(siteCount + 1);
  const demandOf: number[] = [];
  const cost: number[] = [];
  for (const [j, [x, y]] of siteAt.entries()) {
    for (const [i, [u, v]] of demandAt.entries()) {
      const away = Math.round(1000 * Math.hypot(x - u, y - v));
      if (away > reach) continue;
      demandOf.push(i);
      cost.push(away);
    }
    firstPair[j + 1] = demandOf.length;
  }
  const sites = plainSites(siteCount);
  sites.status.fill(REQUIRED, 0, requiredCount);
  return {
    costs: {
      siteCount,
      demandCount,
      firstPair,
      demandOf: Uint32Array.from(demandOf),
      cost: Float64Array.from(cost),
    },
    weight: Float64Array.from({ length: demandCount }, () => 1 + Math.floor(random() * 100)),
    sites,
  };
}
