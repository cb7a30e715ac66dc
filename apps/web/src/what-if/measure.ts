/** Times of every answer as `performance` measures: what a drag costs, for the browser's tools and for the bench. */

interface Timed {
  readonly askedAt: number;
  readonly arrived: number;
  readonly workerMillis: number;
  readonly isSettled: boolean;
}

/** Call when the numbers are in the page; the map paints its own frame after. */
export function measureAnswer({ askedAt, arrived, workerMillis, isSettled }: Timed): void {
  const name = isSettled ? "what-if:drop" : "what-if:drag";
  const mainMillis = performance.now() - arrived;
  const detail = { workerMillis, mainMillis };
  performance.measure(name, { start: askedAt, end: performance.now(), detail });
}
