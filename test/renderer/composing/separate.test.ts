import { describe, expect, it } from 'vitest';
import {
  costOf,
  rowsOf,
  stepRow,
  tallyOf,
  toBatch,
  type Choices,
} from '../../../renderer/features/messages/separate/view-model.ts';
import { failure } from '../../../shared/failure.ts';
import { personFields } from '../../../shared/merge.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { SeparatePerson } from '../../../shared/model/separate.ts';

const person = (key: string, more: Partial<SeparatePerson> = {}): SeparatePerson => ({
  key,
  name: `Ada ${key}`,
  number: `+1212555010${key}` as E164,
  typed: '',
  line: undefined,
  values: personFields({ name: `Ada ${key}` }),
  failure: undefined,
  caution: undefined,
  added: undefined,
  quiet: undefined,
  ...more,
});
const choices = (more: Partial<Choices> = {}): Choices => ({
  body: 'Hi {first name}',
  edits: {},
  leftOut: new Set(),
  quiet: 'later',
  ...more,
});

describe('the texts of a batch', () => {
  it('are filled in for each; those without what they need are named and do not go', () => {
    const people = [
      person('1'),
      person('2', { number: undefined, failure: failure('invalid', 'number.empty') }),
      person('3', { values: personFields({ name: undefined }) }),
    ];
    const rows = rowsOf(people, choices());
    expect(rows.map(({ text, state, problem }) => [text, state, problem?.message])).toEqual([
      ['Hi Ada', 'ready', undefined],
      ['Hi Ada', 'problem', 'number.empty'],
      ['Hi {first name}', 'problem', 'template.missing-value'],
    ]);
    expect(toBatch(rows, 'later').map(({ number }) => number)).toEqual(['+12125550101']);
    const unknown = rowsOf(people, choices({ body: 'Your {rate|low}' }));
    expect(unknown[0]?.problem).toMatchObject({
      message: 'template.unknown-field',
      params: { field: 'rate' },
    });
  });

  it('can be changed for one person, who gets just that', () => {
    const people = [person('1'), person('3', { values: personFields({ name: undefined }) })];
    const half = rowsOf(people, choices({ edits: { '3': 'Hi {first name}!' } }));
    expect(half[1]?.state).toBe('problem');
    const done = rowsOf(people, choices({ edits: { '3': 'Hi {you} ' } }));
    expect(done[1]).toMatchObject({ text: 'Hi {you}', typed: 'Hi {you} ', state: 'ready' });
    const empty = rowsOf(people, choices({ edits: { '3': ' ' } }));
    expect(empty[1]?.problem?.message).toBe('text.empty');
  });

  it('that become too long when filled in, or with what is added below, do not go', () => {
    const body = `${'x'.repeat(990)} {first name}`;
    const people = [person('1'), person('2', { added: 'Reply STOP to end.' })];
    const rows = rowsOf(people, choices({ body }));
    expect(rows.map(({ state }) => state)).toEqual(['ready', 'problem']);
    expect(rows[1]?.problem).toMatchObject({ message: 'text.too-long' });
  });

  it('wait for the morning unless the user says now, and some are left out', () => {
    const quiet = { until: 9, zone: 'America/Denver' };
    const people = [person('1', { quiet }), person('2'), person('3')];
    const later = rowsOf(people, choices({ leftOut: new Set(['3']) }));
    expect(later.map(({ state }) => state)).toEqual(['later', 'ready', 'out']);
    expect(toBatch(later, 'later')).toMatchObject([
      { sendAt: { at: 9, zone: 'America/Denver' }, isQuietConfirmed: false },
      { sendAt: undefined, isQuietConfirmed: false },
    ]);
    const now = rowsOf(people, choices({ quiet: 'now' }));
    expect(toBatch(now, 'now').map((text) => [text.sendAt, text.isQuietConfirmed])).toEqual([
      [undefined, true],
      [undefined, false],
      [undefined, false],
    ]);
  });

  it('are counted in segments and money as far as they go', () => {
    const people = [person('1'), person('2', { failure: failure('invalid', 'number.empty') })];
    const tally = tallyOf(rowsOf(people, choices({ body: `Hi 👋 ${'x'.repeat(70)}` })));
    expect(tally).toMatchObject({ ready: 1, problems: 1, out: 0, segments: 2 });
    expect(costOf(tally, { segment: 0.01, media: 0.03, currency: 'USD' })).toBeCloseTo(0.02);
    expect(costOf(tally, undefined)).toBeUndefined();
  });

  it('are walked around their ends, and from problem to problem', () => {
    const people = ['1', '2', '3'].map((key) =>
      person(key, key === '2' ? { failure: failure('invalid', 'number.empty') } : {}),
    );
    const rows = rowsOf(people, choices());
    expect([stepRow(rows, 2, 1), stepRow(rows, 0, -1)]).toEqual([0, 2]);
    const isProblem = ({ state }: (typeof rows)[number]) => state === 'problem';
    expect(stepRow(rows, 2, 1, isProblem)).toBe(1);
    expect(stepRow(rows.slice(0, 1), 0, 1, isProblem)).toBe(0);
  });
});
