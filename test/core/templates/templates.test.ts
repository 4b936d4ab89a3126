import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { fillIn } from '../../../shared/merge.ts';
import type { CountryCode, TemplateId, ThreadId } from '../../../shared/model/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerTemplate } from '../../../main/core/ringcentral/records.ts';
import { createTemplates } from '../../../main/core/templates/service.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { addPeople } from '../contacts/entries.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const office: ServerTemplate = { id: '7', title: 'Hours', body: '8 to 6', scope: 'company' };

function open(answer: () => Outcome<readonly ServerTemplate[]>, signedIn: Result<void> = ok()) {
  const archive = openInProcessArchive();
  const clock = new ManualClock();
  let asked = 0;
  let told = 0;
  const templates = createTemplates({
    archive,
    clock,
    log: createMemoryLog(),
    events: { changed: () => void (told += 1) },
    api: {
      templates: {
        list: () => {
          asked += 1;
          return Promise.resolve(answer());
        },
      },
    },
    settings: () => ({ ownFields: [{ name: 'Office', value: 'Harborlight' }] }),
    session: {
      homeCountry: () => 'US' as CountryCode,
      requireSignedIn: () => signedIn,
      accountName: () => 'Dana Reyes',
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { archive, clock, templates, settle, asked: () => asked, told: () => told };
}

const none = (): Outcome<readonly ServerTemplate[]> => ({ kind: 'ok', value: [] });

describe('own templates', () => {
  it('are kept in the user’s order, changed and removed', async () => {
    const { templates } = open(none);
    for (const title of ['One', 'Two', 'Three']) await templates.save({ title, body: title });
    const titles = async () => (await templates.list()).own.map(({ title }) => title);
    const ids = (await templates.list()).own.map(({ id }) => id);
    await templates.order([ids[2]!, ids[0]!]);
    expect(await titles()).toEqual(['Three', 'One', 'Two']);
    await templates.save({ templateId: ids[0]!, title: 'Uno', body: 'x' });
    await templates.remove(ids[1]!);
    await templates.save({ title: 'Last', body: 'x' });
    expect(await titles()).toEqual(['Three', 'Uno', 'Last']);
    expect(await templates.save({ templateId: ids[1]!, title: 'x', body: 'x' })).toMatchObject({
      failure: { message: 'template.gone' },
    });
  });

  it('are not the account’s, which are changed in RingCentral', async () => {
    const { templates } = open(none);
    const templateId = 'account-7' as TemplateId;
    const refused = { ok: false, failure: { message: 'template.of-account' } };
    expect(await templates.save({ templateId, title: 'x', body: 'x' })).toMatchObject(refused);
    expect(await templates.remove(templateId)).toMatchObject(refused);
  });
});

describe('the account’s templates', () => {
  it('come from what was last heard, and are asked for again after minutes', async () => {
    let answer: Outcome<readonly ServerTemplate[]> = { kind: 'ok', value: [office] };
    const world = open(() => answer);
    expect((await world.templates.list()).account).toEqual([]);
    await world.settle();
    expect((await world.templates.list()).account).toMatchObject([
      { title: 'Hours', source: 'company' },
    ]);
    expect([world.asked(), world.told()]).toEqual([1, 1]);
    await world.clock.advance(6 * 60_000);
    await world.templates.list();
    await world.settle();
    // The same again is nothing to tell.
    expect([world.asked(), world.told()]).toEqual([2, 1]);
    answer = none();
    await world.clock.advance(6 * 60_000);
    await world.templates.list();
    await world.settle();
    expect((await world.templates.list()).account).toEqual([]);
  });

  it('that may not be read say why, and those known before stay', async () => {
    let answer: Outcome<readonly ServerTemplate[]> = { kind: 'ok', value: [office] };
    const world = open(() => answer);
    await world.templates.list();
    await world.settle();
    const refusals = [
      ['permission.app-missing', 'permission.app-missing'],
      ['not-found', 'template.not-offered'],
    ] as const;
    for (const [message, said] of refusals) {
      const kind = message === 'not-found' ? 'not-found' : 'rejected';
      answer = { kind: 'refused', status: 403, failure: failure(kind, message) };
      await world.clock.advance(6 * 60_000);
      await world.templates.list();
      await world.settle();
      const view = await world.templates.list();
      expect(view.obstacle?.message).toBe(said);
      expect(view.account).toHaveLength(1);
    }
  });

  it('are not asked for while nobody is signed in', async () => {
    const world = open(none, { ok: false, failure: failure('auth', 'session.signed-out') });
    await world.templates.list();
    expect(world.asked()).toBe(0);
  });
});

describe('what fields say', () => {
  it('is of the one person, and the user’s own in every text', async () => {
    const { archive, templates } = open(none);
    addPeople(archive, [{ name: 'Ada Byron', company: 'Engines', numbers: ['+12125550142'] }]);
    const body = '{first name} {company} {my name} {office}';
    const one = await templates.values({ numbers: ['(212) 555-0142'] });
    expect(fillIn(body, one).text).toBe('Ada Engines Dana Reyes Harborlight');
    const two = await templates.values({ numbers: ['2125550142', '2125550143'] });
    expect(fillIn(body, two)).toMatchObject({
      text: '{first name} {company} Dana Reyes Harborlight',
      open: [{ why: 'missing' }, { why: 'missing' }],
    });
  });

  it('is of the other side of a thread', async () => {
    const { archive, templates } = open(none);
    archive.db.exec(`
      INSERT INTO thread (id, own_number, party_key, last_at) VALUES (1, '+14155550100', 'x', 1);
      INSERT INTO thread_party (thread_id, position, number, name)
        VALUES (1, 0, '+12125550199', 'Grace Hall');
    `);
    const values = await templates.values({ threadId: '1' as ThreadId });
    expect(fillIn('{first name} {last name}', values).text).toBe('Grace Hall');
  });
});
