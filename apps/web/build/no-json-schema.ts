/**
 * Leaves out what zod needs to write a schema as JSON Schema: only the server does that, for its OpenAPI page, and
 * every schema of zod's holds on to it.
 */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const writers = /[\\/]zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/;

/** Every name that the module exports, each a function that does nothing. */
function emptied(source: string): string {
  const names = [...source.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name!);
  return `const absent = () => absent;\nexport { ${names.map((name) => `absent as ${name}`).join(", ")} };`;
}

export function noJsonSchema(): Plugin {
  return {
    name: "no-json-schema",
    enforce: "pre",
    load: (id) => (writers.test(id) ? emptied(readFileSync(id, "utf8")) : null),
  };
}
