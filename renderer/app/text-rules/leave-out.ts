import type { CountryCode, E164, ThreadId } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { call } from '../bridge.ts';
import type { Composing } from '../composer/composing.ts';
import { changeWriting, readWriting, tellFailure } from '../composer/store.ts';
import { openCompose, setRecipients, useUi } from '../ui-store.ts';

/**
 * How to write to everyone but some; undefined where nobody else would be left. A conversation stays
 * as it is: what was written goes on in a new text to the others.
 */
export function leavingOut(
  { draftKey, to, outlook }: Pick<Composing, 'draftKey' | 'to' | 'outlook'>,
  parties: readonly Party[],
  country: CountryCode,
): (() => void) | undefined {
  const without = parties.flatMap(({ number }) => number ?? []);
  const rest = (outlook?.to ?? []).filter((number) => !without.includes(number));
  if (without.length === 0 || rest.length === 0) return undefined;
  if ('threadId' in to) return () => void goOnWithout(to.threadId, draftKey, without);
  return () => {
    const recipients = useUi.getState().compose ?? [];
    setRecipients(
      recipients.filter(({ number }) => {
        const read = toE164(number, country);
        return read === undefined || !without.includes(read);
      }),
    );
  };
}

async function goOnWithout(
  threadId: ThreadId,
  draftKey: Composing['draftKey'],
  without: readonly E164[],
): Promise<void> {
  const thread = await call('messages.get-thread', { threadId });
  if (!thread.ok) return tellFailure(draftKey, thread.failure);
  const rest = (thread.value?.parties ?? []).flatMap((party) =>
    party.number === undefined || without.includes(party.number)
      ? []
      : [{ number: party.number, party }],
  );
  const { text, files } = readWriting(draftKey);
  changeWriting(draftKey, { text: '', files: [] });
  openCompose(rest, { body: text, files });
}
