/** The same facts on the embedded database and on a PostgreSQL of the tests' own. */
import { describeOnBoth } from "./databases.ts";
import { candidateSiteFacts } from "./suites/candidate-sites.ts";
import { importFacts } from "./suites/imports.ts";
import { keptResultFacts } from "./suites/kept-results.ts";
import { registerFacts } from "./suites/registers.ts";
import { scenarioFacts } from "./suites/scenarios.ts";
import { schemaFacts } from "./suites/schema.ts";
import { sitingRunFacts } from "./suites/siting-runs.ts";

describeOnBoth((opened) => {
  schemaFacts(opened);
  importFacts(opened);
  registerFacts(opened);
  keptResultFacts(opened);
  scenarioFacts(opened);
  candidateSiteFacts(opened);
  sitingRunFacts(opened);
});
