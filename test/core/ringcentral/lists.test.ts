import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import { startSignedIn } from './harness.ts';

const dayMs = 86_400_000;

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'ok') throw new Error(`ended in ${outcome.failure.code}`);
  return outcome.value;
}

describe('a window of the past', () => {
  it('names both ends, and its pages hold every record of it once, newest first', async () => {
    const { client, simulator, clock, departures } = await startSignedIn();
    simulator.account.addCallLog(120, 40);
    const window = { dateFrom: clock.now() - 50 * dayMs, dateTo: clock.now(), perPage: 200 };
    const ids: string[] = [];
    const starts: number[] = [];
    for (let page = 1; ; page += 1) {
      const answer = valueOf(await client.api.callLog.list({ ...window, page }));
      ids.push(...answer.records.map(({ id }) => id));
      starts.push(...answer.records.map(({ startedAt }) => startedAt));
      if (!answer.hasMore) break;
    }
    const kept = simulator.account.calls.filter(
      ({ startedAt, listedAt = Infinity }) =>
        startedAt >= window.dateFrom && listedAt <= clock.now(),
    );
    expect(new Set(ids)).toEqual(new Set(kept.map(({ id }) => id)));
    expect(ids).toHaveLength(kept.length);
    expect(starts).toEqual(starts.toSorted((one, other) => other - one));
    const [first] = departures;
    expect(first?.query.get('dateFrom')).toBe(new Date(window.dateFrom).toISOString());
    expect(first?.query.get('dateTo')).toBe(new Date(window.dateTo).toISOString());
  });

  it('of the message store has texts and voicemails, and nothing else', async () => {
    const { client, simulator, clock } = await startSignedIn();
    const window = { dateFrom: 0, dateTo: clock.now(), page: 1, perPage: 1_000 };
    const { records } = valueOf(await client.api.messages.list(window));
    const wanted = simulator.account.messages.filter(
      ({ type, availability }) =>
        (type === 'SMS' || type === 'VoiceMail') && availability === 'Alive',
    );
    expect(records).toHaveLength(wanted.length);
    expect(new Set(records.map(({ type }) => type))).toEqual(new Set(['SMS', 'VoiceMail']));
  });

  it('can be asked for one record, and says when it is gone', async () => {
    const { client, simulator } = await startSignedIn();
    const text = simulator.account.messages.find(({ type }) => type === 'SMS');
    const call = simulator.account.calls.find(({ listedAt }) => listedAt !== undefined);
    expect(valueOf(await client.api.messages.get(String(text?.id))).id).toBe(String(text?.id));
    expect(valueOf(await client.api.callLog.get(call?.id ?? '')).id).toBe(call?.id);
    const gone = await client.api.messages.get('1');
    expect(gone).toMatchObject({ kind: 'refused', status: 404 });
  });
});

describe('the templates of the account', () => {
  it('are the user’s and the company’s', async () => {
    const { client } = await startSignedIn();
    expect(valueOf(await client.api.templates.list())).toMatchObject([
      { title: 'Documents are missing', scope: 'personal' },
      { title: 'Rate lock expires', scope: 'personal' },
      { title: 'Office hours', scope: 'company' },
    ]);
  });
});

describe('an address-book entry', () => {
  const fields = {
    firstName: 'Ada',
    lastName: 'Brook',
    company: 'Brook Lending',
    jobTitle: '',
    email: 'ada@example.com',
    remarks: 'Prefers texts',
    numbers: { mobile: '+15125550142' },
  };

  it('is made, changed and removed, and what is not shown here stays', async () => {
    const { client, simulator } = await startSignedIn();
    const made = valueOf(await client.api.addressBook.create(fields));
    expect(made).toMatchObject({ firstName: 'Ada', remarks: 'Prefers texts', name: 'Ada Brook' });
    const kept = simulator.account.state.contacts.find(({ id }) => String(id) === made.id);
    expect(kept?.fields).not.toHaveProperty('jobTitle');
    if (kept) kept.fields = { ...kept.fields, birthday: '1980-01-01' };
    const changed = valueOf(
      await client.api.addressBook.change(made.id, { ...fields, company: '', numbers: {} }),
    );
    expect(changed.numbers).toEqual([]);
    expect(changed.company ?? '').toBe('');
    expect(kept?.fields).toMatchObject({ birthday: '1980-01-01' });
    expect(await client.api.addressBook.remove(made.id)).toMatchObject({ kind: 'ok' });
    expect(kept?.availability).toBe('Deleted');
  });
});
