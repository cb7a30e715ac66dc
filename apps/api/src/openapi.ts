/** What the OpenAPI document says of itself. */
export const openApiInfo = {
  openapi: "3.1.0",
  info: {
    title: "firecover",
    version: "0.1.0",
    description: [
      "Where a province's fire cover falls short, why, and which works mend it cheapest.",
      "Coordinates are WGS 84, longitude before latitude. Times are seconds, lengths metres unless a name says otherwise.",
      "Every record carries an ETag; PUT, PATCH and DELETE need If-Match. Faults are problem JSON (RFC 9457).",
      "Without accounts the server answers on this machine only.",
    ].join("\n\n"),
  },
  servers: [{ url: "/" }],
  tags: [
    { name: "Project", description: "What is loaded, and from when" },
    { name: "Registers", description: "Premises, water sources, fire stations, roads and communes" },
    { name: "Standards", description: "Thresholds as data, each with its clause" },
    { name: "Imports", description: "Files in, with a report of every fault" },
    { name: "Coverage", description: "Runs, their answers and explanations" },
    { name: "Siting", description: "Where stations stand best: runs, their proof and alternatives" },
    { name: "Tiles", description: "Mapbox Vector Tiles with TileJSON" },
  ],
};
