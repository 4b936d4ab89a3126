import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../bridge.ts';
import { quickTimes, whenInWords } from '../notes/view-model.ts';
import { whoseOf, type PartyWords } from '../party.ts';
import { writtenTarget, type CallAs } from '../phone/view-model.ts';
import { startText } from '../start-text.ts';
import { openNewContact, openPerson } from '../ui-store.ts';
import { callWithDevice } from '../use-dial.ts';
import type { Action, Facts, Page } from './action.ts';
import { obstacleOf } from './begin-actions.ts';
import { tellNews, tellOutcome } from './news.ts';

const words = strings.actions;

/** Someone, and what is known of how they were called last. */
export type Someone = {
  readonly party: Party;
  readonly callAs?: CallAs | undefined;
  readonly keyIn?: string | undefined;
};

/** What can be done with someone, wherever they are in hand. */
export function personActions(
  { party, callAs = 'first', keyIn }: Someone,
  facts: Facts,
  say: PartyWords,
): readonly Action[] {
  const who = say.title(party);
  const { number } = party;
  const whose = whoseOf(party);
  return [
    ...(number === undefined ? [] : reachActions({ party, callAs, keyIn }, facts, say)),
    ...(whose === undefined
      ? []
      : [
          {
            id: 'person.page',
            group: 'here',
            label: words.page(who),
            run: () => openPerson(whose),
          } satisfies Action,
          {
            id: 'person.follow-up',
            group: 'here',
            label: words.followUpWith(who),
            keywords: words.keywords.followUp,
            page: () => followUpPage({ whose }, words.followUpWith(who), facts.now),
          } satisfies Action,
        ]),
    ...(number === undefined ? [] : numberActions(party, say)),
  ];
}

/** Calling and texting someone. */
function reachActions(
  { party, callAs = 'first', keyIn }: Someone,
  { session }: Facts,
  say: PartyWords,
): readonly Action[] {
  const { number } = party;
  if (number === undefined) return [];
  const who = say.title(party);
  const dialled = writtenTarget({ number, keyIn });
  const detail = party.name === undefined ? undefined : say.number(number);
  return [
    {
      id: 'person.call',
      group: 'here',
      label: strings.phone.callingParty[callAs](who),
      detail,
      obstacle: obstacleOf(session?.canCall),
      run: ({ callParty }) => callParty({ number: dialled, who }),
    },
    {
      id: 'person.text',
      group: 'here',
      label: strings.app.textParty(who),
      detail,
      obstacle: obstacleOf(session?.canText),
      run: () => void startText({ number, party }),
    },
    {
      id: 'person.device',
      group: 'here',
      label: words.device(who),
      run: () => void callWithDevice({ number: dialled, who }),
    },
  ];
}

function numberActions({ number, contactId }: Party, say: PartyWords): readonly Action[] {
  if (number === undefined) return [];
  const shown = say.number(number);
  const copy: Action = {
    id: 'person.copy',
    group: 'here',
    label: words.copy(shown),
    run: () => void copyNumber(shown),
  };
  if (contactId !== undefined) return [copy];
  return [
    copy,
    {
      id: 'person.add',
      group: 'here',
      label: words.addContact(shown),
      run: () => openNewContact(number),
    },
  ];
}

async function copyNumber(shown: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(shown);
    tellNews({ kind: 'done', title: words.copied(shown) });
  } catch {
    tellNews({ kind: 'done', title: strings.phone.notCopied });
  }
}

type About = Parameters<typeof call<'follow-ups.add'>>[1]['about'];

/** The times to get back to someone, or to a call. */
export function followUpPage(about: About, title: string, now: EpochMs): Page {
  return {
    kind: 'list',
    id: 'follow-up-times',
    title,
    read: () =>
      quickTimes(now).map(({ label, at }): Action => ({
        id: `follow-up-at:${at}`,
        group: 'here',
        label,
        run: ({ client }) =>
          void tellOutcome(call('follow-ups.add', { about, dueAt: at, text: '' }), {
            done: words.followUpSet(whenInWords(at, now)),
          }).then(() => client.invalidateQueries({ queryKey: ['follow-ups'] })),
      })),
  };
}

/** Someone of whom it is not said yet what to do with them. */
export function personPage(party: Party, facts: Facts, say: PartyWords): Page {
  return {
    kind: 'list',
    id: `person:${party.contactId ?? party.number ?? party.extensionNumber ?? ''}`,
    title: say.title(party),
    read: () => personActions({ party }, facts, say),
  };
}
