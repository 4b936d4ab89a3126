import { strings } from '../../../shared/strings/strings.ts';
import type { PartyWords } from '../party.ts';
import { readNumber, writtenTarget, type ReadNumber } from '../phone/view-model.ts';
import { startText } from '../start-text.ts';
import { openNewContact, openPerson } from '../ui-store.ts';
import type { Action, Facts } from './action.ts';
import { obstacleOf } from './begin-actions.ts';
import { foldText } from './rank.ts';

const words = strings.actions;

export type Verb = 'call' | 'text' | 'open';

/** What is to be done, where the first word typed says it, and with whom. */
export type Asked = { readonly verb: Verb | undefined; readonly rest: string };

/** Reads `call ada`, `text to 512 555 0142`: the verbs are those of the language spoken. */
export function readAsked(text: string): Asked {
  const trimmed = text.trim();
  const { verbs, between } = strings.palette;
  const [first, behind] = takeWord(trimmed);
  const verb = (['call', 'text', 'open'] as const).find((each) => isOneOf(first, verbs[each]));
  const [second, further] = takeWord(behind);
  const rest = isOneOf(second, between) && further !== '' ? further : behind;
  return verb === undefined || rest === '' ? { verb: undefined, rest: trimmed } : { verb, rest };
}

/** The first word of a text, and what follows it. */
function takeWord(text: string): readonly [string, string] {
  const [word = ''] = text.split(/\s/, 1);
  return [word, text.slice(word.length).trim()];
}

function isOneOf(word: string, all: readonly string[]): boolean {
  return all.some((each) => foldText(each) === foldText(word));
}

/** So many digits may be a number; fewer are part of a name or of nothing. */
const fewestDigits = 3;

/** The number that was typed, if it is one and nothing else. */
export function typedNumber(text: string, { home }: Pick<Facts, 'home'>): ReadNumber | undefined {
  const digits = text.replace(/\D/g, '').length;
  if (digits < fewestDigits) return undefined;
  const read = readNumber(text, home);
  return read.kind === 'none' ? undefined : read;
}

/** What a typed number offers: shown as it will be dialled. */
export function numberActions(
  text: string,
  verb: Verb | undefined,
  facts: Facts,
  say: PartyWords,
): readonly Action[] {
  const read = typedNumber(text, facts);
  if (read === undefined || read.kind === 'none') return [];
  const { target } = read;
  const isShort = read.kind === 'short';
  const shown = isShort ? target.number : say.number(target.number);
  const dialled = writtenTarget(target);
  const detail = target.keyIn === undefined ? undefined : strings.phone.keyIn(target.keyIn);
  const { number } = target;
  const all: readonly (Action & { readonly verb: Verb | undefined })[] = [
    {
      verb: 'call',
      id: 'number.call',
      group: 'number',
      label: strings.app.callParty(shown),
      detail,
      obstacle: obstacleOf(facts.session?.canCall),
      run: ({ callParty }) => callParty({ number: dialled, who: shown }),
    },
    {
      verb: 'text',
      id: 'number.text',
      group: 'number',
      label: strings.app.textParty(shown),
      obstacle: isShort ? strings.phone.shortCannotText : obstacleOf(facts.session?.canText),
      run: () => void startText({ number, party: undefined }),
    },
    ...(isShort ? [] : longNumber(dialled, number, shown)),
  ];
  return all.filter((each) => verb === undefined || each.verb === verb);
}

function longNumber(
  dialled: string,
  number: Extract<ReadNumber, { target: unknown }>['target']['number'],
  shown: string,
): readonly (Action & { readonly verb: Verb | undefined })[] {
  return [
    {
      verb: 'open',
      id: 'number.page',
      group: 'number',
      label: words.page(shown),
      run: () => openPerson({ number }),
    },
    {
      verb: undefined,
      id: 'number.add',
      group: 'number',
      label: words.addContact(shown),
      run: () => openNewContact(dialled),
    },
  ];
}
