/** How long a planner waits: three new stations among 150 places in the demo province, from the question to the proof. */
import { prepareCoverage } from "@firecover/coverage";
import { runSiting } from "@firecover/coverage/siting";
import { CandidateSite, type LonLat, SitingQuestion } from "@firecover/domain";
import { loadSolver } from "@firecover/location-allocation";
import { demoInput } from "./coverage-inputs.ts";
import { type Figure, median } from "./figure.ts";
import { seededRandom } from "./grid-graph.ts";

const siteCount = 150;
const rounds = 5;

/** The province is prepared before, as it is on a server that has shown its map; each round asks anew. */
export async function run(): Promise<Figure[]> {
  const input = demoInput();
  const prepared = prepareCoverage(input);
  const random = seededRandom(7);
  const lived = prepared.input.cells.filter(({ people }) => people > 60);
  const candidates = Array.from({ length: siteCount }, (_, k) =>
    candidate(k, lived[Math.floor(random() * lived.length)]!.location),
  );
  const solver = await loadSolver();
  const question = SitingQuestion.parse({
    aim: "most-covered",
    newStationCount: 3,
    parameters: input.parameters,
  });
  const firstSeconds: number[] = [];
  const proofSeconds: number[] = [];
  const wholeSeconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const since = () => (performance.now() - began) / 1000;
    let first: number | null = null;
    let proof: number | null = null;
    const answer = runSiting(input, candidates, question, solver, {
      prepared,
      onAnswer: ({ status, best }) => {
        if (best) first ??= since();
        if (status === "optimal") proof ??= since();
      },
    });
    wholeSeconds.push(since());
    if (answer.status !== "optimal" || first === null || proof === null) throw new Error("Not proven.");
    firstSeconds.push(first);
    proofSeconds.push(proof);
  }
  const figure = (name: string, value: number, goal: string | null): Figure => ({
    name: `siting/${name}`,
    value,
    unit: "s",
    peers: {},
    goal,
  });
  return [
    figure("demo-first-answer-cold", firstSeconds[0]!, null),
    figure("demo-first-answer", median(firstSeconds), "at most 0.3 s"),
    figure("demo-proof-cold", proofSeconds[0]!, null),
    figure("demo-proof", median(proofSeconds), "at most 2 s"),
    figure("demo-whole", median(wholeSeconds), null),
  ];
}

function candidate(k: number, location: LonLat): CandidateSite {
  return CandidateSite.parse({
    id: `k${String(k).padStart(3, "0")}`,
    name: `k${k}`,
    kind: "generated",
    location,
    geometry: null,
    areaSquareMetres: null,
    roadWidthMetres: null,
    slopePercent: null,
    priceMillionDong: null,
    communeCode: null,
    note: null,
    source: "bench",
    dataDate: "2026-11-01",
    isSynthetic: true,
  });
}
