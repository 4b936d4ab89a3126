import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../shared/model/ids.ts';
import { nextRowId } from '../../../main/core/db/row-id.ts';
import { startOfTests } from '../support/manual-clock.ts';
import { ada, bob } from '../support/session.ts';
import { openHistory } from './people.ts';

const at = startOfTests;
const adaHome = '+12125550144' as E164;
const minute = 60_000;

describe('a timeline', () => {
  it('has everything with a person across all their numbers, newest first', async () => {
    const history = openHistory();
    const contactId = history.person('Ada Brook', ada, adaHome, '102');
    const text = history.text([ada], at + 1 * minute, 'hello');
    const group = history.text([bob, adaHome], at + 2 * minute, 'both of you');
    const call = history.ring(ada, at + 3 * minute);
    const byExtension = history.ring(null, at + 4 * minute, { extension: '102' });
    const voicemail = history.voicemail(adaHome, at + 5 * minute);
    const note = history.note(at + 6 * minute, { contactId });
    history.refuse(ada, at + 7 * minute);
    history.ring(bob, at + 8 * minute);
    history.text([bob], at + 9 * minute, 'not hers');

    expect(await history.all({ contactId })).toEqual([
      'attempt 1',
      `note ${note}`,
      `voicemail ${voicemail}`,
      `call ${byExtension}`,
      `call ${call}`,
      `text ${group}`,
      `text ${text}`,
    ]);
    const { items } = await history.page({ contactId });
    expect(items.map((item) => item.at)).toEqual(
      [7, 6, 5, 4, 3, 2, 1].map((minutes) => at + minutes * minute),
    );
  });

  it('of a number or an extension has what belongs to that alone', async () => {
    const history = openHistory();
    const contactId = history.person('Ada Brook', ada, adaHome);
    const call = history.ring(ada, at);
    history.ring(adaHome, at + 1);
    const colleague = history.ring(null, at + 2, { extension: '102' });
    history.note(at + 3, { contactId });
    expect(await history.all({ number: ada })).toEqual([`call ${call}`]);
    expect(await history.all({ extensionNumber: '102' })).toEqual([`call ${colleague}`]);
  });

  it('has a call with number and extension, and a note found twice, once', async () => {
    const history = openHistory();
    const contactId = history.person('Ada Brook', ada, '102');
    const call = history.ring(ada, at, { extension: '102' });
    const note = history.note(at + 1, { contactId, number: ada });
    expect(await history.all({ contactId })).toEqual([`note ${note}`, `call ${call}`]);
  });

  it('shows everyone’s calls on a number that several people share', async () => {
    const history = openHistory();
    const office = '+12125550145';
    const one = history.person('Ada Brook', ada, office);
    const other = history.person('Bob Marsh', office);
    const call = history.ring(office, at);
    const own = history.ring(ada, at + 1);
    expect(await history.all({ contactId: one })).toEqual([`call ${own}`, `call ${call}`]);
    expect(await history.all({ contactId: other })).toEqual([`call ${call}`]);
  });

  it('is narrowed to what is asked for', async () => {
    const history = openHistory();
    history.refuse(ada, at);
    const call = history.ring(ada, at + 1);
    const text = history.text([ada], at + 2, 'hello');
    expect(await history.all({ number: ada }, 50, ['text'])).toEqual([`text ${text}`]);
    expect(await history.all({ number: ada }, 1, ['call', 'attempt'])).toEqual([
      `call ${call}`,
      'attempt 1',
    ]);
  });

  it('leaves out texts that were discarded, and shows that they were', async () => {
    const history = openHistory();
    const kept = history.text([ada], at, 'kept');
    history.discard(history.text([ada], at + 1, 'dropped'));
    expect(await history.all({ number: ada })).toEqual([`text ${kept}`]);
  });

  it('is empty for someone who is not there, and after a cursor that is none of ours', async () => {
    const history = openHistory();
    history.ring(ada, at);
    expect(await history.all({ number: bob })).toEqual([]);
    for (const after of ['', 'x', '1.call', '1.letter.2', `${at}.call.1.2`]) {
      expect(await history.page({ number: ada }, { after })).toEqual({
        items: [],
        next: undefined,
      });
    }
  });

  it('has one order for what happened in the same instant, whatever the page', async () => {
    const history = openHistory();
    const ids = [0, 1].map(() => ({
      call: history.ring(ada, at),
      text: history.text([ada], at, 'now'),
      voicemail: history.voicemail(ada, at),
      note: history.note(at, { number: ada }),
    }));
    history.refuse(ada, at);
    history.refuse(ada, at);
    const whole = await history.all({ number: ada }, 50);
    expect(whole).toHaveLength(10);
    expect(whole.at(-1)).toBe('attempt 1');
    expect(ids[0]?.call).toBe(ids[0]?.note);
    for (let limit = 1; limit < 11; limit += 1) {
      expect(await history.all({ number: ada }, limit), `${limit} a page`).toEqual(whole);
    }
  });

  it('goes on where it was when something newer comes in between two pages', async () => {
    const history = openHistory();
    const calls = [0, 1, 2, 3].map((n) => history.ring(ada, at + n));
    const first = await history.page({ number: ada }, { limit: 2 });
    history.ring(ada, at + 10);
    history.text([ada], at + 3, 'in between');
    const second = await history.page({ number: ada }, { limit: 2, after: first.next ?? '' });
    expect(second.items.map((item) => item.kind === 'call' && item.call.id)).toEqual([
      String(calls[1]),
      String(calls[0]),
    ]);
    expect(second.next).toBeUndefined();
  });
});

describe('pages of a timeline', () => {
  type Event = { readonly kind: number; readonly late: number; readonly who: number };
  const whoCanBe = [[ada], [adaHome], [ada, bob], [ada, adaHome, bob], [bob]] as const;
  const event = fc.record<Event>({
    kind: fc.nat(4),
    // Few instants, so that many things happen at once.
    late: fc.nat(6),
    who: fc.nat(whoCanBe.length - 1),
  });

  it('have no gap and nothing twice, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), play),
      { numRuns: 60 },
    );
  });

  async function play(events: readonly Event[], limit: number): Promise<void> {
    const history = openHistory();
    const contactId = history.person('Ada Brook', ada, adaHome);
    let hers = 0;
    for (const { kind, late, who } of events) {
      const whom = whoCanBe[who] ?? [ada];
      const [number] = whom;
      const isHers = kind === 1 ? whom.some((each) => each !== bob) : number !== bob;
      if (isHers) hers += 1;
      if (kind === 0) history.ring(number, at + late);
      else if (kind === 1) history.text(whom, at + late, 'text');
      else if (kind === 2) history.voicemail(number, at + late);
      else if (kind === 3) {
        history.note(at + late, isHers ? { number, contactId } : { number });
      } else history.refuse(number, at + late);
    }
    const paged = await history.all({ contactId }, limit);
    const { items } = await history.page({ contactId }, { limit: 200 });
    expect(paged).toHaveLength(hers);
    expect(new Set(paged).size).toBe(hers);
    expect(paged).toEqual(await history.all({ contactId }, 200));
    const times = items.map((item) => item.at);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    await history.close();
  }
});

describe('row ids of notes', () => {
  it('are in the order of time beside those of calls and texts', () => {
    const { db } = openHistory();
    expect(nextRowId(db, 'note', at)).toBe(at * 1024);
  });
});
