import { describe, expect, it } from 'vitest';
import { ada, bob, minute, startNotifications } from './harness.ts';

describe('what is told of', () => {
  it('is what comes in once everything was known, and not what was there before', async () => {
    const { addText, changed, clock, know, notifications, said } = await startNotifications();
    await notifications.start();
    addText('from the first sync');
    await changed();
    expect(said()).toEqual([]);
    await clock.advance(1_000);
    know();
    await changed();
    addText('now');
    await changed();
    expect(said()).toEqual(['(415) 555-0142 | now']);
  });

  it('is named by the address book, once for a conversation, and counted', async () => {
    const world = await startNotifications();
    const { addPerson, addText, changed, clock, know, notifications, notifier, said } = world;
    addPerson('Ada Brook', ada);
    know();
    await notifications.start();
    addText('Is the rate still 5%?');
    await changed();
    await clock.advance(1_000);
    addText('I need to know today');
    await changed();
    expect(said()).toEqual(['Ada Brook (2 new) | I need to know today']);
    expect(notifier.shown).toHaveLength(2);
    // Nothing new: nothing is said again.
    await changed();
    expect(notifier.shown).toHaveLength(2);
  });

  it('says who wrote in a group', async () => {
    const { addText, changed, know, notifications, said } = await startNotifications();
    know();
    await notifications.start();
    addText('Both of us agree', { from: bob, with: [ada, bob] });
    await changed();
    expect(said()).toEqual(['(415) 555-0142, (415) 555-0143 | (415) 555-0143: Both of us agree']);
  });

  it('is told once over restarts, and taken back when it was read meanwhile', async () => {
    const first = await startNotifications();
    first.know();
    await first.notifications.start();
    const threadId = first.addText('hello');
    await first.changed();
    await first.notifications.stop();
    const { archive, clock, db } = first;
    const second = await startNotifications({ archive, clock });
    await second.notifications.start();
    await second.changed();
    expect(second.notifier.shown).toEqual([]);
    const closed: string[] = [];
    const { close } = second.notifier;
    second.notifier.close = (id) => {
      closed.push(id);
      close(id);
    };
    db.exec('UPDATE message SET is_read = 1');
    await second.changed();
    expect(closed).toEqual([`thread:${threadId}`]);
  });

  it('goes when it is read elsewhere, and says no more of it', async () => {
    const { addText, changed, db, know, notifications, notifier, said } =
      await startNotifications();
    know();
    await notifications.start();
    addText('hello');
    await changed();
    expect(said()).toHaveLength(1);
    db.exec('UPDATE message SET is_read = 1');
    await changed();
    expect(said()).toEqual([]);
    expect(notifier.shown).toHaveLength(1);
  });

  it('is a missed call, and its voicemail instead once there is one', async () => {
    const { addCall, addVoicemail, changed, clock, know, notifications, notifier, said } =
      await startNotifications();
    know();
    await notifications.start();
    const first = addCall(ada);
    await clock.advance(1_000);
    addCall(ada, 'voicemail');
    addCall(undefined);
    await changed();
    expect(said()).toEqual([
      'Missed call: Someone | Nobody answered.',
      '2 missed calls: (415) 555-0142 | Nobody answered.',
    ]);
    expect(notifier.standing[1]?.to).toMatchObject({ screen: 'calls' });
    expect(first).toBeGreaterThan(0);
    await clock.advance(minute);
    addVoicemail(ada);
    await changed();
    expect(said()).toEqual([
      'Missed call: Someone | Nobody answered.',
      'Voicemail: (415) 555-0142 | 21 seconds long',
    ]);
  });

  it('is not what a long absence brings, which is summed up once', async () => {
    const { addCall, addText, changed, clock, db, know, notifications, said } =
      await startNotifications();
    know();
    await notifications.start();
    const left = clock.now();
    await clock.advance(60 * minute);
    addText('an hour ago', { at: left + minute });
    addText('and again', { at: left + 2 * minute });
    addCall(bob, 'missed', left + 3 * minute);
    await changed();
    expect(said()).toEqual([]);
    db.exec(`INSERT INTO sync_mark VALUES ('away-since', ${left}), ('away-until', ${clock.now()})`);
    await changed('away');
    await changed('away');
    expect(said()).toEqual(['While you were away | 2 texts, 1 missed call']);
  });

  it('goes by RingCentral’s clock, however far this computer’s is off', async () => {
    const { addText, changed, clock, know, notifications, said, world } =
      await startNotifications();
    world.clockAheadMs = 30 * minute;
    know(clock.now() - 30 * minute);
    await notifications.start();
    addText('a moment ago', { at: clock.now() - 30 * minute });
    await changed();
    expect(said()).toHaveLength(1);
  });
});

describe('what keeps quiet', () => {
  it.each([
    ['a muted conversation', (db: Db) => db.exec('UPDATE thread SET muted_at = 1')],
    ['do not disturb', (_: Db, world: World) => (world.isQuiet = true)],
    [
      'the setting',
      (_: Db, world: World) => (world.settings = { ...world.settings, notifyTexts: false }),
    ],
  ])('%s', async (_name, silence) => {
    const { addText, changed, clock, db, know, notifications, notifier, world } =
      await startNotifications();
    know();
    await notifications.start();
    addText('read, before it is muted', { from: ada });
    await changed();
    silence(db, world);
    await clock.advance(1_000);
    const before = notifier.shown.length;
    addText('hush', { from: ada });
    await changed();
    // Not when it ends, either: it was there to be seen.
    world.isQuiet = false;
    await changed();
    expect(notifier.shown).toHaveLength(before);
  });

  it('the conversation in front, and no other', async () => {
    const { addText, changed, clock, know, notifications, said, world } =
      await startNotifications();
    know();
    await notifications.start();
    const threadId = addText('first');
    notifications.setInFront(threadId);
    world.isInFront = true;
    await changed();
    await clock.advance(1_000);
    addText('from another', { from: bob });
    await changed();
    expect(said()).toEqual(['(415) 555-0143 | from another']);
    world.isInFront = false;
    await clock.advance(1_000);
    addText('while another program is in front');
    await changed();
    expect(said()).toHaveLength(2);
  });
});

type Made = Awaited<ReturnType<typeof startNotifications>>;
type Db = Made['db'];
type World = Made['world'];

describe('telling again', () => {
  it('happens every so many minutes until it is read, and not while it is quiet', async () => {
    const { addText, changed, clock, db, know, notifications, notifier, world } =
      await startNotifications();
    world.settings = { ...world.settings, repeatMinutes: 10 };
    know();
    await notifications.start();
    addText('hello');
    await changed();
    await clock.advance(9 * minute);
    expect(notifier.shown).toHaveLength(1);
    await clock.advance(2 * minute);
    expect(notifier.shown).toHaveLength(2);
    await clock.advance(10 * minute);
    expect(notifier.shown).toHaveLength(3);
    world.isQuiet = true;
    await clock.advance(30 * minute);
    expect(notifier.shown).toHaveLength(3);
    world.isQuiet = false;
    await changed('quiet');
    expect(notifier.shown).toHaveLength(4);
    db.exec('UPDATE message SET is_read = 1');
    await changed();
    await clock.advance(60 * minute);
    expect(notifier.shown).toHaveLength(4);
  });
});
