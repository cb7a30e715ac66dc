/** Addresses people can read and edit: plain `key=value` pairs, every value a string until a schema reads it. */

export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  if (pairs.length === 0) return "";
  const params = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]));
  // Commas and colons are legal in a query and read better unescaped.
  return `?${params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}
