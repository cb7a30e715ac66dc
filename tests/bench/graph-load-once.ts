/** Decodes the network file FILE twice and prints the milliseconds of each time as JSON. */
import { readFileSync } from "node:fs";
import { decodeRoadNetwork } from "@firecover/road-network";

const bytes = new Uint8Array(readFileSync(process.argv[2]!));
const millis = [0, 1].map(() => {
  const start = performance.now();
  decodeRoadNetwork(bytes);
  return performance.now() - start;
});
process.stdout.write(JSON.stringify(millis));
