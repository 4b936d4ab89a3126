import { presenceStatuses } from '../../../shared/model/presence.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, call } from '../bridge.ts';
import { partyWords } from '../party.ts';
import { askToSignOut } from '../sign-out/store.ts';
import { chosenPhone } from '../use-dial.ts';
import type { Action, Facts, Tools } from './action.ts';
import { obstacleOf } from './begin-actions.ts';
import { tellOutcome } from './news.ts';

const words = strings.actions;
const { keywords } = words;

/** Who is signed in, from which phone and number, and the ways in and out. */
export function accountActions(facts: Facts): readonly Action[] {
  return [...numberActions(facts), ...presenceActions(facts), ...sessionActions(facts)];
}

function numberActions({ settings, home }: Facts): readonly Action[] {
  const party = partyWords(home);
  return [
    {
      id: 'call-from',
      group: 'account',
      label: words.callFrom,
      keywords: keywords.callFrom,
      page: () => ({
        kind: 'list',
        id: 'phones',
        title: words.callFrom,
        read: async () => {
          const phones = await ask('calls.list-phones', undefined);
          const chosen = chosenPhone(phones, settings?.callFrom);
          return phones.map((phone): Action => {
            const number = party.number(phone.number);
            return {
              id: `call-from:${phone.id}`,
              group: 'account',
              label: phone.label,
              detail:
                phone.status === 'offline'
                  ? `${number} · ${strings.calls.dialer.phoneStatus.offline}`
                  : number,
              isChosen: phone.id === chosen?.id,
              run: ({ save }) => save({ callFrom: phone.id }),
            };
          });
        },
      }),
    },
    {
      id: 'text-from',
      group: 'account',
      label: words.textFrom,
      keywords: keywords.textFrom,
      page: () => ({
        kind: 'list',
        id: 'senders',
        title: words.textFrom,
        read: async () => {
          const senders = await ask('messages.list-senders', undefined);
          const chosen =
            senders.find(({ number }) => number === settings?.smsFrom) ??
            senders.find(({ isDefault }) => isDefault);
          return senders.map((sender): Action => ({
            id: `text-from:${sender.number}`,
            group: 'account',
            label: party.number(sender.number),
            detail: sender.label,
            isChosen: sender.number === chosen?.number,
            run: ({ save }) => save({ smsFrom: sender.number }),
          }));
        },
      }),
    },
  ];
}

/** What colleagues see of the user; refused by RingCentral where the permission is missing. */
function presenceActions({ presence }: Facts): readonly Action[] {
  const { presenceIs, statuses } = strings.desktop.tray;
  return presenceStatuses.map((status) => ({
    id: `presence-${status}`,
    group: 'account',
    label: presenceIs(statuses[status]),
    keywords: keywords.presence,
    isChosen: presence?.status === status,
    obstacle: obstacleOf(presence?.canSet),
    run: ({ client }) =>
      void tellOutcome(call('presence.set', { status }), {}).then((view) => {
        if (view !== undefined) client.setQueryData(['presence'], view);
      }),
  }));
}

function sessionActions({ session }: Facts): readonly Action[] {
  const refresh = ({ client }: Tools) => client.invalidateQueries({ queryKey: ['session'] });
  const isDemo = session?.demo === true;
  const connect: Action = {
    id: 'connect',
    group: 'account',
    label: words.connect,
    keywords: keywords.connect,
    run: (tools) =>
      void tellOutcome(call('session.retry', undefined), {}).then(() => refresh(tools)),
  };
  const signInAgain: Action = {
    id: 'sign-in-again',
    group: 'account',
    label: words.signInAgain,
    keywords: keywords.signIn,
    run: (tools) => tools.signInAgain(),
  };
  const signOut: Action = {
    id: 'sign-out',
    group: 'account',
    label: words.signOut,
    keywords: keywords.signOut,
    run: askToSignOut,
  };
  const demo: Action = {
    id: 'demo',
    group: 'account',
    label: isDemo ? words.leaveDemo : words.startDemo,
    keywords: keywords.demo,
    run: (tools) =>
      void tellOutcome(
        call(isDemo ? 'session.leave-demo' : 'session.start-demo', undefined),
        {},
      ).then(() => refresh(tools)),
  };
  return [
    connect,
    ...(session?.state === 'expired' ? [signInAgain] : []),
    ...(isDemo ? [] : [signOut]),
    demo,
  ];
}
