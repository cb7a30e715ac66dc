/** Read by zod before its first schema: compiled parsers need eval, which the content security policy forbids. */
globalThis.__zod_globalConfig = { jitless: true };
