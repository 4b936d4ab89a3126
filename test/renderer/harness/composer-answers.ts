import { failure } from '../../../shared/failure.ts';
import type { Draft } from '../../../shared/model/drafts.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { SenderView } from '../../../shared/model/messages.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

type SetDraft = Omit<Draft, 'files'> & { readonly key: string };

const nothing: Draft = { text: '', files: [], to: [], from: undefined };

/** What is written and not sent outlives a page, and the user's numbers say what is in their way. */
export function composerAnswers(world: FakeWorld): Answers {
  return {
    'drafts.get': ({ key }: { key: string }) => {
      const stored = sessionStorage.getItem(`draft:${key}`);
      return ok(stored === null ? nothing : { ...nothing, ...(JSON.parse(stored) as Draft) });
    },
    'drafts.set': ({ key, text, to, from }: SetDraft) => {
      if (text.trim() === '') sessionStorage.removeItem(`draft:${key}`);
      else sessionStorage.setItem(`draft:${key}`, JSON.stringify({ text, to, from }));
      return ok();
    },
    'messages.list-own-numbers': () =>
      ok([
        ...world.senders.map((sender): SenderView => ({
          ...sender,
          canSendMedia: true,
          obstacle: undefined,
        })),
        unregistered,
      ]),
  };
}

const unregistered: SenderView = {
  number: '+17375550116' as E164,
  label: 'Open house line',
  isDefault: false,
  canSendMedia: false,
  obstacle: failure('rejected', 'text.sender-unregistered', { field: 'from' }),
};
