/** Choosing station sites: candidates, questions, answers. */
export * from "./candidate-site.ts";
export * from "./default-site-rules.ts";
export * from "./mixed-works.ts";
export * from "./risk-weights.ts";
export * from "./site-rules.ts";
export * from "./siting-answer.ts";
export * from "./siting-labels.ts";
export * from "./siting-question.ts";
export * from "./siting-run.ts";
