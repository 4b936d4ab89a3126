import { sending } from '../../../shared/strings/en/sending.ts';
import type { Notifier } from '../ports.ts';

/** What the system says of texts that were held when Sidetone ended. */
export function keptWords(held: number): Parameters<Notifier['show']>[0] {
  return { title: sending.kept(held), body: sending.keptBecause, to: { screen: 'messages' } };
}
