import { describe, expect, it } from 'vitest';
import type { WebhookId } from '../../shared/model/ids.ts';
import type { WebhookView } from '../../shared/model/webhooks.ts';
import {
  isInTrouble,
  resultWords,
  standingWords,
} from '../../renderer/features/settings/webhooks/view-model.ts';

const webhook = (more: Partial<WebhookView> = {}): WebhookView => ({
  id: '1' as WebhookId,
  url: 'https://crm.example/',
  types: ['call.ended', 'message.received'],
  isOn: true,
  hasSecret: true,
  last: { at: 5, result: { kind: 'arrived', status: 204 } },
  waiting: 0,
  givenUp: 0,
  ...more,
});
const when = (at: number): string => `at ${at}`;

describe('how a webhook stands', () => {
  it('is what came of the latest attempt, and what waits', () => {
    expect(standingWords(webhook(), when)).toEqual(['2 kinds of events', 'Arrived (204) · at 5']);
    const down = webhook({
      last: { at: 9, result: { kind: 'no-answer' } },
      waiting: 3,
      givenUp: 1,
    });
    expect(standingWords(down, when)).toEqual([
      '2 kinds of events',
      'No answer · at 9',
      '3 events waiting',
      '1 event given up after a day',
    ]);
    expect(standingWords(webhook({ last: undefined }), when)).toContain('Not tried yet');
  });

  it('is trouble when something has to be done', () => {
    expect(isInTrouble(webhook())).toBe(false);
    expect(isInTrouble(webhook({ last: undefined }))).toBe(false);
    expect(isInTrouble(webhook({ hasSecret: false }))).toBe(true);
    expect(isInTrouble(webhook({ givenUp: 1 }))).toBe(true);
    expect(isInTrouble(webhook({ last: { at: 1, result: { kind: 'timed-out' } } }))).toBe(true);
    expect(standingWords(webhook({ hasSecret: false }), when)[1]).toBe(
      resultWords({ kind: 'no-secret' }),
    );
  });

  it.each([
    [{ kind: 'redirected', status: 302 }, 'Points to another address (302): enter that one'],
    [{ kind: 'gone', status: 410 }, 'Wants nothing more (410): turned off'],
    [{ kind: 'no-certificate' }, 'Its certificate cannot be trusted'],
  ] as const)('says of %j what to do', (result, words) => {
    expect(resultWords(result)).toBe(words);
  });
});
