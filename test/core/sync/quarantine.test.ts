import { describe, expect, it } from 'vitest';
import { createQuarantineRetry } from '../../../main/core/sync/quarantine/retry.ts';
import { until } from '../support/core-world.ts';
import { settled } from '../support/manual-clock.ts';
import { openSynced } from './harness.ts';

/** A world in which an older Sidetone could read neither a text nor a call, nor one that is gone. */
async function openSetAside() {
  const world = await openSynced();
  const { archive, simulator } = world;
  const text = simulator.account.messages.find(({ type }) => type === 'SMS');
  const call = simulator.account.calls.find(({ listedAt }) => listedAt !== undefined);
  if (!text || !call) throw new Error('the demo account has neither texts nor calls');
  archive.db.exec(`
    DELETE FROM message WHERE server_id = '${text.id}';
    INSERT INTO quarantine (feed, server_id, reason, at, version) VALUES
      ('messages', '${text.id}', 'odd', 2, '0.0.0'), ('messages', '1', 'gone', 1, '0.0.0'),
      ('calls', '${call.id}', 'odd', 2, '0.0.0'), ('messages', '(no id)', 'odd', 3, '0.0.0')`);
  const left = () =>
    archive.db.prepare('SELECT server_id FROM quarantine ORDER BY server_id').pluck().all();
  const retryAs = (version: string) =>
    createQuarantineRetry({ ...world.deps, version }, world.writers);
  return { ...world, text, call, left, retryAs };
}

describe('records that were set aside', () => {
  it('are asked for one by one by another version, and leave when they can be read', async () => {
    const { call, count, left, requests, retryAs, text } = await openSetAside();
    const retry = retryAs('1.0.0');
    retry.noteSynced('messages');
    retry.noteSynced('calls');
    retry.noteSynced('messages');
    await until(() => expect(left()).toEqual(['(no id)']));
    expect(count(`SELECT count(*) FROM message WHERE server_id = '${text.id}'`)).toBe(1);
    expect(requests(`/message-store/${text.id}`)).toHaveLength(1);
    expect(requests(`/call-log/${call.id}`)).toHaveLength(1);
  });

  it('are left alone by the version that could not read them', async () => {
    const { departures, left, retryAs } = await openSetAside();
    retryAs('0.0.0').noteSynced('messages');
    for (let turn = 0; turn < 10; turn += 1) await settled();
    expect(left()).toHaveLength(4);
    expect(departures).toEqual([]);
  });

  it('stay, and are not asked for again, when the new version can make nothing of them either', async () => {
    const { archive, requests, retryAs, simulator, text } = await openSetAside();
    simulator.faults.add({ path: `/message-store/${text.id}`, body: '{"id":"odd"}' });
    const version = () =>
      archive.db
        .prepare(`SELECT version FROM quarantine WHERE server_id = '${text.id}'`)
        .pluck()
        .get();
    retryAs('1.0.0').noteSynced('messages');
    await until(() => expect(version()).toBe('1.0.0'));
    retryAs('1.0.0').noteSynced('messages');
    await until(() => expect(requests(`/message-store/${text.id}`)).toHaveLength(1));
  });

  it('wait for another time when RingCentral does not answer', async () => {
    const { left, requests, retryAs, simulator, text } = await openSetAside();
    simulator.faults.add({ path: '/message-store/', status: 503 });
    retryAs('1.0.0').noteSynced('messages');
    await until(() => expect(requests(`/message-store/${text.id}`)).toHaveLength(1));
    expect(left()).toHaveLength(4);
  });
});
