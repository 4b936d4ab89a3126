import { describe, expect, it } from 'vitest';
import type { CallId, CallListEntryId, CallListId } from '../../../shared/model/ids.ts';
import { moveCallListEntries } from '../../../main/core/call-lists/rows.ts';
import { addPeople } from '../contacts/entries.ts';
import { entriesOf, must, openLists, readDraft, type ListsWorld } from './harness.ts';

/** A list of so many, each by an extension of their own. */
async function makeList(world: ListsWorld, count: number): Promise<CallListId> {
  const rows = Array.from({ length: count }, (_, n) => `Person ${n + 1},2125550142 x${n + 1}`);
  world.choose(['Name,Phone', ...rows].join('\n'));
  const { draftId } = await readDraft(world);
  return must(await world.lists.create('Monday', { from: 'csv', draftId })).id;
}

async function nameOfNext(world: ListsWorld, list: CallListId, after = 0) {
  return (await world.lists.next(list, after))?.party.name;
}

function note({ archive: { db } }: ListsWorld, callId: CallId, outcome: string): void {
  const { last } = db.prepare('SELECT coalesce(max(id), 1000) AS last FROM note').get() as {
    last: number;
  };
  db.prepare(
    `INSERT INTO note (id, call_id, outcome, body, created_at, modified_at) VALUES (?, ?, ?, '', 0, 0)`,
  ).run(last + 1, Number(callId), outcome);
}

describe('working through a list', () => {
  it('settles who was called and who was skipped, and takes the skipped up again', async () => {
    const world = openLists();
    const { lists } = world;
    const list = await makeList(world, 3);
    const [one, two, three] = await entriesOf(world, list);
    if (!one || !two || !three) throw new Error('three were listed');
    const callId = world.addCall({ number: '+12125550142' });

    expect(must(await lists.settle(one.id, 'called', callId))).toMatchObject({
      state: 'called',
      callId,
    });
    expect(await nameOfNext(world, list)).toBe('Person 2');
    must(await lists.settle(two.id, 'skipped', undefined));
    expect(await nameOfNext(world, list)).toBe('Person 3');
    // Who is put off is come back to at the end.
    expect(await nameOfNext(world, list, three.position)).toBe('Person 3');
    must(await lists.settle(two.id, 'open', undefined));
    expect(await nameOfNext(world, list, three.position)).toBe('Person 2');
    expect(await lists.list()).toMatchObject([{ counts: { open: 2, called: 1, skipped: 0 } }]);

    must(await lists.settle(two.id, 'skipped', undefined));
    must(await lists.settle(three.id, 'skipped', undefined));
    expect(await nameOfNext(world, list)).toBeUndefined();
  });

  it('tells whose call is not over', async () => {
    const world = openLists();
    const { lists, archive } = world;
    const [one, two] = await entriesOf(world, await makeList(world, 2));
    if (!one || !two) throw new Error('two were listed');
    const running = world.addCall({ number: '+12125550142', outcome: 'in-progress' });
    must(await lists.settle(one.id, 'called', world.addCall({ number: '+12125550142' })));
    must(await lists.settle(two.id, 'called', running));
    expect(await lists.list()).toMatchObject([{ counts: { called: 2 }, calling: 1 }]);
    archive.db.prepare("UPDATE call SET outcome = 'connected'").run();
    expect(await lists.list()).toMatchObject([{ counts: { called: 2 }, calling: 0 }]);
  });

  it('keeps the last call of an entry that is taken up again, and knows no call that is not there', async () => {
    const world = openLists();
    const [entry] = await entriesOf(world, await makeList(world, 1));
    if (!entry) throw new Error('one was listed');
    const callId = world.addCall({ number: '+12125550142' });
    must(await world.lists.settle(entry.id, 'called', callId));
    expect(must(await world.lists.settle(entry.id, 'open', undefined))).toMatchObject({
      state: 'open',
      callId,
    });
    expect(must(await world.lists.settle(entry.id, 'called', '77' as CallId)).callId).toBe(callId);
  });

  it('reads the outcome from the latest note of the call, and counts them at the end', async () => {
    const world = openLists();
    const list = await makeList(world, 4);
    const entries = await entriesOf(world, list);
    for (const [index, { id }] of entries.entries()) {
      const callId = world.addCall({ number: '+12125550142', minute: index });
      must(await world.lists.settle(id, 'called', callId));
      if (index < 3) note(world, callId, index === 0 ? 'Not interested' : 'Call back');
      if (index === 0) note(world, callId, 'Call back');
      if (index === 2) note(world, callId, 'Done');
    }
    expect((await entriesOf(world, list)).map(({ outcome }) => outcome)).toEqual([
      'Call back',
      'Call back',
      'Done',
      undefined,
    ]);
    expect(await world.lists.summary(list)).toEqual({
      outcomes: [
        { outcome: 'Call back', count: 2 },
        { outcome: 'Done', count: 1 },
      ],
      withoutOutcome: 1,
    });
  });

  it('says who is on the do-not-call list', async () => {
    const world = openLists();
    const list = await makeList(world, 1);
    world.archive.db.exec(`INSERT INTO do_not_call (number, added_at) VALUES ('+12125550142', 1)`);
    expect(await entriesOf(world, list)).toMatchObject([{ isDoNotCall: true }]);
  });

  it('follows a call that is found to be another', async () => {
    const world = openLists();
    const [entry] = await entriesOf(world, await makeList(world, 1));
    if (!entry) throw new Error('one was listed');
    const [from, to] = [world.addCall({ minute: 1 }), world.addCall({ minute: 2 })];
    must(await world.lists.settle(entry.id, 'called', from));
    moveCallListEntries(world.archive.db, Number(from), Number(to));
    expect(await world.lists.getEntry(entry.id)).toMatchObject({ callId: to });
  });
});

describe('pages of a list', () => {
  it('come in the order of the list, each entry once, also while it is worked through', async () => {
    const world = openLists();
    const list = await makeList(world, 7);
    const seen: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const page = must(
        await world.lists.entries({ callListId: list, show: 'open', after, limit: 3 }),
      );
      seen.push(...page.items.map(({ party }) => party.name));
      const [first] = page.items;
      if (first) must(await world.lists.settle(first.id, 'skipped', undefined));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `Person ${n}`));
    expect(await entriesOf(world, list, 'skipped')).toHaveLength(3);
  });
});

describe('lists', () => {
  it('survive a restart, the newest first, and are renamed and removed', async () => {
    const before = openLists();
    const first = await makeList(before, 2);
    const second = await makeList(before, 1);
    const callId = before.addCall({ number: '+12125550142' });
    const [entry] = await entriesOf(before, first);
    if (!entry) throw new Error('two were listed');
    must(await before.lists.settle(entry.id, 'called', callId));

    const world = openLists(before.archive);
    expect((await world.lists.list()).map(({ id }) => id)).toEqual([second, first]);
    expect(await nameOfNext(world, first)).toBe('Person 2');
    expect(must(await world.lists.rename(first, 'Tuesday'))).toMatchObject({
      name: 'Tuesday',
      counts: { open: 1, called: 1 },
    });
    must(await world.lists.remove(first));
    must(await world.lists.remove(first));
    expect((await world.lists.list()).map(({ id }) => id)).toEqual([second]);
    // The call that was made stays.
    expect(world.archive.db.prepare('SELECT count(*) FROM call').pluck().get()).toBe(1);
  });

  it('that are not there say so', async () => {
    const { lists } = openLists();
    const gone = { ok: false, failure: { kind: 'not-found', message: 'call-list.gone' } };
    const callListId = '5' as CallListId;
    expect(await lists.rename(callListId, 'x')).toMatchObject(gone);
    expect(await lists.entries({ callListId, show: 'all', limit: 5 })).toMatchObject(gone);
    expect(await lists.settle('5' as CallListEntryId, 'skipped', undefined)).toMatchObject(gone);
    expect(await lists.next(callListId, 0)).toBeUndefined();
    expect(await lists.summary(callListId)).toEqual({ outcomes: [], withoutOutcome: 0 });
  });

  it('show who people are now', async () => {
    const world = openLists();
    const list = await makeList(world, 1);
    addPeople(world.archive, [{ name: 'Ada Byron', numbers: ['+12125550142'] }]);
    expect(await entriesOf(world, list)).toMatchObject([
      { party: { name: 'Ada Byron' }, listedName: 'Person 1' },
    ]);
  });
});
