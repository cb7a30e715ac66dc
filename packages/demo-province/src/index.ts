/** A seeded, synthetic province to try everything on; marked synthetic everywhere. */
export { type DemoProvince, demoProvince } from "./demo-province.ts";
export { loadDemoProvince } from "./load.ts";
export { provinceName as demoProvinceName } from "./provenance.ts";
