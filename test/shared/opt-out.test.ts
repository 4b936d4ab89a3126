import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carrierStartWords,
  carrierStopWords,
  foldAnswer,
  readOptAnswer,
} from '../../shared/opt-out.ts';

describe('an answer of one word', () => {
  it.each<readonly [string, string]>([
    ...carrierStopWords.map((word) => [word, word] as const),
    ['stop', 'STOP'],
    ['Stop', 'STOP'],
    ['sToP', 'STOP'],
    ['STOP.', 'STOP'],
    ['stop!', 'STOP'],
    ['Stop!!!', 'STOP'],
    [' stop ', 'STOP'],
    ['\n\tStop\r\n', 'STOP'],
    ['"stop"', 'STOP'],
    ['‘Stop’', 'STOP'],
    ['“STOP”', 'STOP'],
    ['«stop»', 'STOP'],
    ["'stop'.", 'STOP'],
    ['(stop)', 'STOP'],
    ['*STOP*', 'STOP'],
    ['stop 🛑', 'STOP'],
    ['🛑🛑 STOP', 'STOP'],
    ['Stop 🙏🏽', 'STOP'],
    ['stop ❤️', 'STOP'],
    ['stop 👨‍👩‍👧', 'STOP'],
    ['stop…', 'STOP'],
    ['- stop -', 'STOP'],
    ['ＳＴＯＰ', 'STOP'],
    ['\u200fstop\u200e', 'STOP'],
    ['s\u200btop', 'STOP'],
    ['\ufeffSTOP', 'STOP'],
    ['Opt-Out', 'OPTOUT'],
    ['opt‑out', 'OPTOUT'],
    ['Stop-All', 'STOPALL'],
    ['unsubscribe.', 'UNSUBSCRIBE'],
    ['Quit', 'QUIT'],
    ['cancel!', 'CANCEL'],
    ['End.', 'END'],
    ['revoke', 'REVOKE'],
  ])('ends texts: %j', (text, word) => {
    expect(readOptAnswer(text, [])).toEqual({ says: 'stop', word });
  });

  it.each<readonly [string, string]>([
    ...carrierStartWords.map((word) => [word, word] as const),
    ['start', 'START'],
    ['Start!', 'START'],
    ['“unstop”', 'UNSTOP'],
    ['yes.', 'YES'],
    ['Yes 👍', 'YES'],
  ])('allows them again: %j', (text, word) => {
    expect(readOptAnswer(text, [])).toEqual({ says: 'start', word });
  });

  it.each([
    'Please stop by at 5',
    'stop by',
    'Stop it',
    'stop stop',
    'STOP ALL',
    'opt out',
    'Dont stop',
    'non-stop',
    'nonstop',
    'stopped',
    'stops',
    'Stopp',
    'The end',
    'weekend',
    'cancelled',
    'quite',
    'yesterday',
    'yes please',
    'Yes, 5 works',
    'restart',
    'STOP2',
    's t o p',
    'stop/start',
    'stop.com',
    'stop@example.com',
    '🛑',
    '',
    '   ',
    '...',
    `stop${' '.repeat(100)}`,
    'a'.repeat(61),
  ])('is none in %j', (text) => {
    expect(readOptAnswer(text, [])).toBeUndefined();
  });

  it('may be one of the user’s own, folded alike; words that allow texts stay what they are', () => {
    expect(readOptAnswer('basta!', ['Basta'])).toEqual({ says: 'stop', word: 'BASTA' });
    expect(readOptAnswer('Halt.', ['basta', 'HALT '])).toEqual({ says: 'stop', word: 'HALT' });
    expect(readOptAnswer('ARRÊT', ['arrêt'])).toEqual({ says: 'stop', word: 'ARRÊT' });
    expect(readOptAnswer('no more', ['no more'])).toBeUndefined();
    expect(readOptAnswer('Start', ['start'])).toEqual({ says: 'start', word: 'START' });
  });

  it('is read whatever stands around it, and never throws', () => {
    expect(readOptAnswer('a'.repeat(1_000_000), [])).toBeUndefined();
    const around = fc.stringMatching(/^[\s.,!"'“”‘’…*🛑🙏-]{0,10}$/u);
    fc.assert(
      fc.property(around, fc.constantFrom(...carrierStopWords), around, (left, word, right) => {
        expect(readOptAnswer(`${left}${word.toLowerCase()}${right}`, [])).toEqual({
          says: 'stop',
          word,
        });
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const word = foldAnswer(text);
        expect(word === undefined || /^\S+$/u.test(word)).toBe(true);
      }),
    );
  });
});
