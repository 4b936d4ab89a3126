import type { Size } from '../archive/seed.ts';
import type { Figure } from '../figures.ts';
import { measureDrain } from './drain.ts';
import { measureLatency } from './latency.ts';

/** How soon a text is safe and on its way, and how ten thousand of them drain. */
export async function benchOutbox(largest: Size): Promise<readonly Figure[]> {
  return [...(await measureLatency(largest)), ...(await measureDrain())];
}
