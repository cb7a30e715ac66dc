/** Search without accents: the same folding as SQL's `fold`, and the condition that uses it. */
import { type Expression, type RawBuilder, sql } from "kysely";

/** Lower-case letters without accents, `đ` as `d`; other capitals than A–Z stay. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u0303\u0306\u0308-\u030a\u030c\u031b\u0323\u0327]/g, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Index-assisted: true where the folded text holds every word of what was typed. */
export function hasWords(text: Expression<string>, typed: string): RawBuilder<boolean> {
  const words = fold(typed.replaceAll("\0", "")).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sql<boolean>`true`;
  return sql<boolean>`(${sql.join(
    words.map((word) => sql`${text} like ${`%${likeLiteral(word)}%`}`),
    sql` and `,
  )})`;
}

/** Text as `like` takes it literally. */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
