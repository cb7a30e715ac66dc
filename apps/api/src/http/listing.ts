/** Lists: pages of up to 500 behind an opaque cursor. */
import { z } from "@hono/zod-openapi";

const maxLimit = 500;

/** Numbers arrive as text: `abc`, `0` and an empty value are faults, more than the most is the most. */
export const Limit = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "must be a whole number from 1")
  .transform((text) => Math.min(Number(text), maxLimit))
  .optional()
  .openapi({ type: "integer", minimum: 1, maximum: maxLimit, default: 50 });

export const listQuery = {
  limit: Limit,
  cursor: z.string().max(500).optional(),
  q: z.string().max(200).optional().openapi({ description: "Part of a name or id, with or without accents" }),
  commune: z
    .string()
    .regex(/^\d{5}$/, "must be a five-digit commune code")
    .optional(),
  sort: z
    .string()
    .max(60)
    .optional()
    .openapi({ description: "Field to sort by, `-` before it for descending" }),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() });

/** `west,south,east,north` in degrees. */
export const BoundsParameter = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/, "must be west,south,east,north in degrees")
  .transform((text) => text.split(",").map(Number) as [number, number, number, number])
  .refine(([west, south, east, north]) => west <= east && south <= north, "west and south come first")
  .openapi({ type: "string", example: "104.2,21.6,105,22.4" });
