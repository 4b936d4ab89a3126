import { strings } from '../../../shared/strings/strings.ts';
import type { Notifier } from '../ports.ts';

const sending = strings.sending;

/** What the system says of texts that were held when Sidetone ended. */
export function keptWords(held: number): Parameters<Notifier['show']>[0] {
  return { title: sending.kept(held), body: sending.keptBecause, to: { screen: 'messages' } };
}
