import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { eraseSome, findScope } from '../../../main/core/keeping/erasure/queries.ts';
import { dropBatchesBefore, outdateBatches } from '../../../main/core/separate/rows.ts';
import { ended, numberOf, openSeparate, refuse, rowsFor } from './harness.ts';

const begin = { batchId: 'b', title: 'Rates', from: undefined };

describe('a batch', () => {
  it('hands over each text once, in order, under an id of its own', async () => {
    const { batches, sent } = openSeparate();
    await batches.start({ ...begin, rows: rowsFor(12) });
    // A double click.
    await batches.start({ ...begin, rows: rowsFor(12) });
    expect(await ended(batches)).toMatchObject([{ total: 12, accepted: 12, waiting: 0 }]);
    expect(sent.map(({ clientId }) => clientId)).toEqual(
      Array.from({ length: 12 }, (_, index) => `b-${index + 1}`),
    );
    expect(new Set(sent.map(({ to }) => to.numbers[0])).size).toBe(12);
    await batches.start({ ...begin, rows: rowsFor(12) });
    await ended(batches);
    expect(sent).toHaveLength(12);
  });

  it('that was cut off goes on under the same ids, and not by itself', async () => {
    const first = openSeparate();
    first.world.answer = ({ clientId }) => {
      if (clientId === 'b-3') throw new Error('the process dies here');
      return ok();
    };
    await first.batches.start({ ...begin, rows: rowsFor(5) });
    await ended(first.batches);
    const next = openSeparate(first.archive);
    expect(await next.batches.list()).toMatchObject([
      { accepted: 2, waiting: 3, isRunning: false },
    ]);
    expect(next.sent).toEqual([]);
    await next.batches.resume('b', false);
    expect(await ended(next.batches)).toMatchObject([{ accepted: 5, waiting: 0 }]);
    expect(next.sent.map(({ clientId }) => clientId)).toEqual(['b-3', 'b-4', 'b-5']);
  });

  it('keeps what was refused with the reason, until it is tried again or dropped', async () => {
    const { world, batches, sent } = openSeparate();
    world.answer = ({ clientId }) => (clientId === 'b-2' ? refuse('text.empty') : ok());
    await batches.start({ ...begin, rows: rowsFor(3) });
    expect(await ended(batches)).toMatchObject([
      {
        accepted: 2,
        refused: [
          {
            position: 2,
            number: numberOf(1),
            name: 'Person 1',
            text: 'Hello 1',
            failure: { message: 'text.empty' },
          },
        ],
      },
    ]);
    world.answer = () => ok();
    await batches.resume('b', true);
    expect(await ended(batches)).toMatchObject([{ accepted: 3, refused: [] }]);
    expect(sent.map(({ clientId }) => clientId)).toEqual(['b-1', 'b-2', 'b-3', 'b-2']);
    await batches.drop('b');
    expect(await batches.list()).toEqual([]);
    expect(await batches.resume('b', false)).toMatchObject({
      failure: { message: 'separate.gone' },
    });
  });

  it('stops at what is in the way of all, and says what', async () => {
    const { world, batches, sent } = openSeparate();
    world.answer = () => refuse('session.signed-out');
    await batches.start({ ...begin, rows: rowsFor(4) });
    expect(await ended(batches)).toMatchObject([
      { waiting: 4, refused: [], obstacle: { message: 'session.signed-out' } },
    ]);
    expect(sent).toHaveLength(1);
  });

  it('waits for the morning where it was told to, and says that the user knows it is quiet', async () => {
    const { batches, sent, clock } = openSeparate();
    const [one, two, three] = rowsFor(3);
    const sendAt = { at: clock.now() + 3_600_000, zone: 'America/New_York' };
    const past = { at: clock.now() - 1, zone: 'America/New_York' };
    const rows = [
      { ...one!, sendAt },
      { ...two!, isQuietConfirmed: true },
      { ...three!, sendAt: past },
    ];
    await batches.start({ ...begin, rows });
    await ended(batches);
    expect(sent.map((text) => [text.sendAt, text.confirmed])).toEqual([
      [{ ...sendAt, cancelOnReply: false }, []],
      [undefined, ['quiet-hours']],
      [undefined, []],
    ]);
  });

  it('keeps no words of what was accepted, and nothing of someone erased', async () => {
    const { archive, world, batches } = openSeparate();
    world.answer = ({ clientId }) => (clientId === 'b-1' ? ok() : refuse('text.empty'));
    await batches.start({ ...begin, rows: rowsFor(3) });
    await ended(batches);
    const kept = () => JSON.stringify(archive.db.prepare('SELECT * FROM text_batch_row').all());
    expect(kept()).not.toContain('Hello 0');
    const scope = await archive.read(findScope, { number: numberOf(1) });
    await archive.write(eraseSome, scope);
    expect(kept()).not.toMatch(/Hello 1|Person 1|0101/);
    expect(kept()).toContain('Hello 2');
    dropBatchesBefore(archive.db, world.clock.now() + 1);
    expect(kept()).toBe('[]');
  });

  it('of a backup asks before what waited goes', async () => {
    const { archive, world, batches, sent } = openSeparate();
    world.answer = () => refuse('session.signed-out');
    await batches.start({ ...begin, rows: rowsFor(2) });
    await ended(batches);
    outdateBatches(archive.db);
    sent.length = 0;
    world.answer = () => ok();
    await batches.resume('b', false);
    const [batch] = await ended(batches);
    expect(sent).toEqual([]);
    expect(batch?.refused.map(({ failure }) => failure.message)).toEqual([
      'separate.outdated',
      'separate.outdated',
    ]);
  });
});
