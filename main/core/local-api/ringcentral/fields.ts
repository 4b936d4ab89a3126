import { z } from '@hono/zod-openapi';

/** How many rows a list has unless told otherwise, and at most. */
const usualRows = 100;
const mostRows = 500;

/** A number as anybody writes it; whether it is one is judged later, so that it is refused in words. */
export const typedNumber = z.string().max(1_000).openapi({ example: '+12125550142' });

/** Of both lists. */
export const listQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostRows)
    .default(usualRows)
    .openapi({ type: 'integer' }),
  /** The id of the last row of the page before this one. */
  before: z.string().max(64).optional(),
});

/** The same key for the same wish: however often it is sent, it is done once. */
export const idempotency = z.object({
  'idempotency-key': z.string().max(1_000).optional().openapi({ example: 'order-4711-reminder' }),
});
