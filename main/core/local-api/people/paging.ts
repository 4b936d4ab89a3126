import { z } from '@hono/zod-openapi';

/** How many rows a list answers, 100 unless told otherwise. */
export const limitField = z.coerce.number().int().min(1).max(200).default(100);
/** Where a list goes on: the `next` of the answer before. */
export const pageFields = { after: z.string().max(200).optional() };
/** Pass it as `after` for what follows; null at the end. */
export const nextField = z.string().nullable();
