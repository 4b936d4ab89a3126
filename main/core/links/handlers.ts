import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Links } from './service.ts';

type LinksCall = 'links.get' | 'links.take' | 'links.give-back' | 'links.asked';

/** Answers the contract's `links.*`. */
export function createLinksHandlers(links: Links): Handlers<LinksCall> {
  return {
    'links.get': async () => ok(await links.get()),
    'links.take': () => links.take(),
    'links.give-back': () => links.giveBack(),
    'links.asked': () => links.noteAsked(),
  };
}
