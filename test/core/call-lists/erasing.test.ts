import { expect, it } from 'vitest';
import type { ContactId } from '../../../shared/model/ids.ts';
import { findScope, eraseSome } from '../../../main/core/keeping/erasure/queries.ts';
import { addPeople } from '../contacts/entries.ts';
import { entriesOf, must, openLists, readDraft } from './harness.ts';

it('someone who is erased leaves every list, by all their numbers, and others stay', async () => {
  const world = openLists();
  const { archive, lists } = world;
  const [ada] = addPeople(archive, [
    { name: 'Ada Byron', numbers: ['+12125550142', '+19175550144', '104'] },
  ]);
  world.choose(
    'Name,Phone,Loan\nA. Byron,212 555 0142,4.5\nBob,310-555-0145,\nAda,917 555 0144 x3,\nDesk,104,\n',
  );
  const { draftId } = await readDraft(world);
  const { id } = must(await lists.create('Monday', { from: 'csv', draftId }));
  expect(await entriesOf(world, id)).toHaveLength(4);

  const scope = await archive.read(findScope, { contactId: ada as ContactId });
  expect(await archive.write(eraseSome, scope)).toMatchObject({ isDone: true });
  const left = await entriesOf(world, id);
  expect(left.map(({ position, party }) => [position, party.name])).toEqual([[2, 'Bob']]);
  const kept = JSON.stringify(archive.db.prepare('SELECT * FROM call_list_entry').all());
  expect(kept).not.toMatch(/Byron|5550142|0144|4\.5/);
});
