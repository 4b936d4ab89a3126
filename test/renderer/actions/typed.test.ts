import { afterEach, describe, expect, test } from 'vitest';
import type { Facts } from '../../../renderer/app/actions/action.ts';
import { numberActions, readAsked } from '../../../renderer/app/actions/typed.ts';
import { partyWords } from '../../../renderer/app/party.ts';
import type { DialRequest } from '../../../renderer/app/use-dial.ts';
import { speak } from '../../../shared/strings/language.ts';
import { home, session } from '../make.ts';

const facts: Facts = {
  now: 0,
  home,
  session: session({}),
  settings: undefined,
  quiet: undefined,
  presence: undefined,
  backfill: undefined,
  isExporting: false,
  isDark: false,
};
const offered = (text: string, verb?: 'call' | 'text' | 'open') =>
  numberActions(text, verb, facts, partyWords(home));
const labels = (text: string, verb?: 'call' | 'text' | 'open') =>
  offered(text, verb).map(({ label }) => label);
/** What calling it hands to the one way of placing calls. */
function dialled(text: string): DialRequest | undefined {
  let asked: DialRequest | undefined;
  offered(text)[0]?.run?.({ callParty: (request: DialRequest) => (asked = request) } as never);
  return asked;
}

afterEach(() => speak('en'));

describe('a number that is typed', () => {
  test('is called or texted, shown as it will be dialled', () => {
    for (const typed of ['5125550142', '(512) 555-0142', '+1 512 555 0142', 'tel:+15125550142']) {
      expect(labels(typed).slice(0, 2), typed).toEqual([
        'Call (512) 555-0142',
        'Text (512) 555-0142',
      ]);
      expect(dialled(typed), typed).toEqual({ number: '+15125550142', who: '(512) 555-0142' });
    }
  });

  test('keeps its extension', () => {
    expect(dialled('512 555 0142 x12')?.number).toBe('+15125550142 x12');
    expect(offered('512 555 0142 x12')[0]?.detail).toMatch(/12/);
  });

  test('that is short is called alone, and asked about where every call is', () => {
    expect(dialled('611')).toEqual({ number: '611', who: '611' });
    expect(offered('611')[1]?.obstacle).toMatch(/Short/);
  });

  test('is none among words, in a few digits, or two at once', () => {
    for (const typed of ['ada', '12', '', '512 555 0142 and 512 555 0143', 'backup 2026']) {
      expect(labels(typed), typed).toEqual([]);
    }
  });

  test('says which of the two where a word before it does', () => {
    const { verb, rest } = readAsked('text 512 555 0142');
    expect(labels(rest, verb)).toEqual(['Text (512) 555-0142']);
  });
});

describe('a word before a name', () => {
  test('says what is to be done with them, in the language spoken', () => {
    expect(readAsked('call ada brook')).toEqual({ verb: 'call', rest: 'ada brook' });
    expect(readAsked('SMS ada')).toEqual({ verb: 'text', rest: 'ada' });
    speak('es');
    expect(readAsked('llamar ada')).toEqual({ verb: 'call', rest: 'ada' });
    expect(readAsked('Llamar a Ada')).toEqual({ verb: 'call', rest: 'Ada' });
  });

  test('is a word to look for while nobody follows', () => {
    expect(readAsked('text to')).toEqual({ verb: 'text', rest: 'to' });
    expect(readAsked('call ')).toEqual({ verb: undefined, rest: 'call' });
    expect(readAsked('caller id')).toEqual({ verb: undefined, rest: 'caller id' });
  });
});
