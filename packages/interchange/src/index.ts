/** Files in, records out: one format per file. */
export { polygonFault } from "./geometry/validity.ts";
export { exitOf } from "./layers/plot-exit.ts";
export { type NetworkInput, type RoadRecords, roadsToNetworkInput } from "./network-input.ts";
export { type OsmCounts, type OsmData, type ReadOsmOptions, readOsm } from "./osm/read-osm.ts";
export { type ImportOptions, runImport } from "./run-import.ts";
export { type FileFormat, formatLabels, sniffFormat } from "./sniff.ts";
