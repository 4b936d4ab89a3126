import type { ActiveCall } from '../../../shared/model/calls.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { barWords } from '../live-call/view-model.ts';

/** How far each call is, in words, by its id. */
export type SaidOfCalls = ReadonlyMap<string, string>;

/** What there is to say of the calls now: how far each is, and why it failed. */
export function saidOf(
  calls: readonly ActiveCall[],
  nameOf: (call: ActiveCall) => string,
): SaidOfCalls {
  return new Map(
    calls.map((call) => {
      const { tone, state, advice } = barWords(call, nameOf(call));
      const isTrouble = tone === 'failed' || tone === 'unsure';
      return [call.id, isTrouble && advice !== undefined ? `${state}. ${advice}` : state];
    }),
  );
}

/** What readers are told of the calls; of several, with whom each is. */
export function newsOfCalls(
  before: SaidOfCalls,
  calls: readonly ActiveCall[],
  nameOf: (call: ActiveCall) => string,
): readonly string[] {
  const now = saidOf(calls, nameOf);
  return calls
    .filter(({ id }) => now.get(id) !== before.get(id))
    .map((call) => {
      const said = now.get(call.id) ?? '';
      return calls.length > 1 ? strings.actions.ofCall(said, nameOf(call)) : said;
    });
}
