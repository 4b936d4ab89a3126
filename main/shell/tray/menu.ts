import type { MenuItemConstructorOptions } from 'electron';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { presenceStatuses, type PresenceStatus } from '../../../shared/model/presence.ts';
import type { TrayPerson, TrayView } from '../../../shared/model/tray.ts';
import { quietChoices, quietWords } from '../../../shared/quiet.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** What the tray's menu does. */
export type TrayDeeds = {
  readonly open: () => void;
  /** The dialer, with the caret in it. */
  readonly call: () => void;
  /** The small window for a text. */
  readonly text: () => void;
  /** Proposes a call: a card asks before it is placed. */
  readonly callPerson: (number: string) => void;
  readonly textPerson: (number: string) => void;
  readonly setQuiet: (until: EpochMs | null | undefined) => void;
  readonly setPresence: (status: PresenceStatus) => void;
  readonly openSettings: () => void;
  readonly quit: () => void;
};

type Item = MenuItemConstructorOptions;

const words = strings.desktop.tray;
const quietLabels = strings.notifications.quiet;
const separator: Item = { type: 'separator' };

/** The menu of the tray; while nothing is known, what needs no knowledge. */
export function trayMenu(view: TrayView | undefined, deeds: TrayDeeds, now: () => EpochMs): Item[] {
  const isIn = view !== undefined && view.standing !== 'signed-out';
  return [
    { label: words.open, click: deeds.open },
    separator,
    { label: words.call, enabled: isIn, click: deeds.call },
    { label: words.text, enabled: isIn, click: deeds.text },
    separator,
    ...(isIn ? known(view, deeds, now) : []),
    { label: words.settings, click: deeds.openSettings },
    { label: words.quit, click: deeds.quit },
  ];
}

function known(view: TrayView, deeds: TrayDeeds, now: () => EpochMs): readonly Item[] {
  const people = view.people.map((person) => personMenu(person, deeds));
  return [
    ...people,
    ...(people.length > 0 ? [separator] : []),
    quietMenu(view, deeds, now),
    presenceMenu(view.presence, deeds),
    separator,
  ];
}

function personMenu({ label, number, shown }: TrayPerson, deeds: TrayDeeds): Item {
  return {
    label: plain(label),
    submenu: [
      { label: plain(words.callNumber(shown)), click: () => deeds.callPerson(number) },
      { label: plain(words.textNumber(shown)), click: () => deeds.textPerson(number) },
    ],
  };
}

function quietMenu({ quiet }: TrayView, deeds: TrayDeeds, now: () => EpochMs): Item {
  const said = quietWords(quiet, now());
  const end: Item = { label: quietLabels.end, click: () => deeds.setQuiet(undefined) };
  const server: Item = { label: quietLabels.server, enabled: false };
  return {
    label: said ?? quietLabels.menu,
    submenu: [
      ...(quiet.own === undefined ? [] : [end]),
      ...(quiet.server ? [server] : []),
      ...(quiet.own === undefined && !quiet.server ? [] : [separator]),
      // A menu may have been made hours ago: half an hour begins when it is chosen.
      ...quietChoices(now()).map(({ label }, at): Item => ({
        label,
        click: () => deeds.setQuiet(quietChoices(now())[at]?.until),
      })),
    ],
  };
}

function presenceMenu({ status, canSet }: TrayView['presence'], deeds: TrayDeeds): Item {
  const choices = presenceStatuses.map((each): Item => ({
    label: words.statuses[each],
    // Of radios the system would mark one, also where none is known.
    type: 'checkbox',
    checked: each === status,
    enabled: canSet.can,
    click: () => deeds.setPresence(each),
  }));
  const reason: readonly Item[] = canSet.can
    ? []
    : [{ label: plain(strings.failures(canSet.failure).title), enabled: false }, separator];
  return {
    label: status === undefined ? words.presence : words.presenceIs(words.statuses[status]),
    submenu: [...reason, ...choices],
  };
}

/** What people are called is no shortcut: one sign stands before the letter that Alt reaches. */
function plain(text: string): string {
  return text.replaceAll('&', '&&');
}
