/** Times of every answer as `performance` measures: what a drag costs, for the browser's tools and for the bench. */

interface Timed {
  readonly askedAt: number;
  readonly arrived: number;
  readonly workerMillis: number;
  readonly roadsDone: number;
  readonly edgeCount: number;
  readonly isSettled: boolean;
}

/** Call when the numbers are in the page; the map paints its own frame after. */
export function measureAnswer({
  askedAt,
  arrived,
  workerMillis,
  roadsDone,
  edgeCount,
  isSettled,
}: Timed): void {
  const name = isSettled ? "what-if:drop" : "what-if:drag";
  const end = performance.now();
  const detail = { workerMillis, mainMillis: end - arrived, roadsMillis: roadsDone - arrived, edgeCount };
  performance.measure(name, { start: askedAt, end, detail });
}
