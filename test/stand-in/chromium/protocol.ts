/**
 * The DevTools protocol as Playwright declares it. Its package does not export these types, so they
 * are named by path; nothing of it exists at run time.
 */
export type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';
