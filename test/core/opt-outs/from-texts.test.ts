import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { eraseOptOuts, readOptOut } from '../../../main/core/opt-outs/rows.ts';
import { eraseAll } from '../../../main/core/keeping/erasure/queries.ts';
import { listOptOuts } from '../../../main/core/opt-outs/queries.ts';
import type { SyncedText } from '../../../main/core/sync/messages/mapping.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { startOfTests as t0 } from '../support/manual-clock.ts';

const me = '+15125550123' as E164;
const other = '+15125550124' as E164;
const ada = '+12125550142' as E164;
const bob = '+12125550143' as E164;
const partyOf = (number: E164) => ({ number, extensionNumber: undefined, name: undefined });

let nextId = 1;
function inbound(body: string, minute: number, more: Partial<SyncedText> = {}): SyncedText {
  return {
    serverId: String((nextId += 1)),
    direction: 'inbound',
    status: 'received',
    failure: undefined,
    body,
    ownNumber: me,
    parties: [partyOf(ada)],
    fromNumber: ada,
    fromName: undefined,
    conversationId: undefined,
    createdAt: t0 + minute * 60_000,
    modifiedAt: t0 + minute * 60_000,
    isRead: false,
    attachments: [],
    ...more,
  };
}

const refused = (minute: number, more: Partial<SyncedText> = {}): SyncedText =>
  inbound('Hello', minute, {
    direction: 'outbound',
    status: 'failed',
    failure: failure('rejected', 'text.recipient-opted-out', { code: 'SMS-RC-413' }),
    fromNumber: me,
    ...more,
  });

function makeArchive() {
  const archive = openInProcessArchive();
  const apply = (texts: readonly SyncedText[], stopWords: readonly string[] = []) =>
    archive.write(applyTexts, {
      texts,
      deleted: [],
      unreadable: [],
      cursor: undefined,
      at: t0,
      stopWords,
    });
  const optOut = (ownNumber: E164 = me, number: E164 = ada) =>
    readOptOut(archive.db, { ownNumber, number });
  return { archive, apply, optOut };
}

describe('an answer that ends texts', () => {
  it('holds between the two numbers, from its time on, until they allow texts again', async () => {
    const { apply, optOut } = makeArchive();
    expect((await apply([inbound('Hi there', 0)])).hasOptOuts).toBe(false);
    expect((await apply([inbound('‘Stop’', 1)])).hasOptOuts).toBe(true);
    expect(optOut()).toEqual({ at: t0 + 60_000, source: 'answer', word: 'STOP' });
    expect(optOut(other)).toBeUndefined();
    expect(optOut(me, bob)).toBeUndefined();
    await apply([inbound('Please stop by at 5', 2)]);
    expect(optOut()?.at).toBe(t0 + 60_000);
    expect((await apply([inbound('START', 3)])).hasOptOuts).toBe(true);
    expect(optOut()).toBeUndefined();
    await apply([inbound('Basta', 4)]);
    expect(optOut()).toBeUndefined();
    await apply([inbound('Basta!', 5)], ['basta']);
    expect(optOut()).toMatchObject({ word: 'BASTA' });
  });

  it('is only one in a conversation of two', async () => {
    const { apply, optOut } = makeArchive();
    const group = { parties: [partyOf(ada), partyOf(bob)] };
    await apply([inbound('STOP', 1, group), refused(2, group)]);
    expect(optOut()).toBeUndefined();
    await apply([inbound('STOP', 1, { parties: [partyOf(me)], fromNumber: me })]);
    expect(optOut(me, me)).toBeUndefined();
  });

  it('is also a refusal because of one', async () => {
    const { apply, optOut } = makeArchive();
    await apply([
      refused(1, { failure: failure('rejected', 'text.spam', { code: 'SMS-RC-430' }) }),
    ]);
    expect(optOut()).toBeUndefined();
    await apply([refused(2)]);
    expect(optOut()).toEqual({ at: t0 + 120_000, source: 'delivery', word: undefined });
  });

  it('is noted in the transaction of its text, or not at all', async () => {
    const { archive, apply, optOut } = makeArchive();
    archive.db.exec(`CREATE TRIGGER break BEFORE INSERT ON message
      BEGIN SELECT raise(ABORT, 'cut off'); END`);
    await expect(apply([inbound('STOP', 1)])).rejects.toThrow();
    expect(optOut()).toBeUndefined();
  });

  it('comes to the same in whatever order and however often the texts come', async () => {
    const said = fc.record({
      body: fc.constantFrom('STOP', 'stop!', 'START', 'Yes', 'Hello', 'Quit', 'Stop by at 5'),
      minute: fc.integer({ min: 0, max: 500 }),
      isRefusal: fc.boolean(),
    });
    const many = fc.uniqueArray(said, { selector: ({ minute }) => minute, maxLength: 12 });
    const order = fc.infiniteStream(fc.nat());
    await fc.assert(
      fc.asyncProperty(many, order, async (all, dice) => {
        const texts = all.map(({ body, minute, isRefusal }) =>
          isRefusal ? refused(minute) : inbound(body, minute),
        );
        const inOrder = makeArchive();
        for (const text of texts.toSorted((a, b) => a.createdAt - b.createdAt))
          await inOrder.apply([text]);
        const shuffled = texts
          .flatMap((text) => [text, text])
          .map((text) => ({ text, place: dice.next().value }))
          .toSorted((a, b) => a.place - b.place);
        const anyhow = makeArchive();
        for (const { text } of shuffled) await anyhow.apply([text]);
        expect(anyhow.optOut()).toEqual(inOrder.optOut());
      }),
      { numRuns: 25 },
    );
  });

  it('outlives an erased person as a digest alone', async () => {
    const { archive, apply, optOut } = makeArchive();
    const fromBob = { parties: [partyOf(bob)], fromNumber: bob };
    await apply([inbound('STOP', 1), inbound('STOP', 1, fromBob), inbound('START', 2, fromBob)]);
    eraseOptOuts(archive.db, [ada, bob]);
    expect(JSON.stringify(archive.db.prepare('SELECT * FROM opt_out').all())).not.toMatch(
      /2125550142|2125550143|STOP/,
    );
    expect(optOut()).toMatchObject({ at: t0 + 60_000, word: undefined });
    expect(optOut(me, bob)).toBeUndefined();
    expect((await archive.read(listOptOuts, { limit: 10 })).items).toEqual([]);
    // Erasing all that is left erases no wish.
    await archive.maintain(eraseAll, { at: t0, before: t0 });
    expect(optOut()).toBeDefined();
    // They can take it back as ever.
    await apply([inbound('START', 3)]);
    expect(optOut()).toBeUndefined();
  });
});
