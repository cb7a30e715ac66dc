/** How column types become values, the same on both databases: whole numbers, ISO dates, plain objects and bytes. */

const int8 = 20;
const date = 1082;
const timestampWithZone = 1184;
const int8Array = 1016;

/** By PostgreSQL's type number; each gets the text that the server sends. */
export const parserByOid: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: wholeNumber,
  [int8Array]: (text) => (text === "{}" ? [] : text.slice(1, -1).split(",").map(wholeNumber)),
  [date]: (text) => text,
  [timestampWithZone]: (text) => new Date(text).toISOString(),
};

/** OSM ids pass 2³² but stay far below 2⁵³. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} does not fit a whole number exactly.`);
  return value;
}
