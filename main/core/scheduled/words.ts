import { strings } from '../../../shared/strings/strings.ts';

const sending = strings.sending;

/** What a notification says of texts for later that want the user's word. */
export function askingWords(
  state: 'missed' | 'refused',
  count: number,
): { readonly title: string; readonly body: string } {
  return { title: sending.notSent(count), body: sending.askedBecause[state] };
}
