import { describe, expect, it } from 'vitest';
import { cut, toPlain } from '../../../main/core/notifications/notes.ts';
import { ada, refused, startNotifications } from './harness.ts';

async function tellOne(text: string, name?: string) {
  const world = await startNotifications();
  world.know();
  await world.notifications.start();
  const threadId = world.addText(text, { ...(name !== undefined && { name }) });
  await world.changed();
  const [note] = world.notifier.standing;
  if (note === undefined) throw new Error('nothing was told');
  return { ...world, note, threadId };
}

describe('what a stranger writes', () => {
  it.each([
    ['turns nothing round', 'pay \u202e0001$\u202c now', 'pay 0001$ now'],
    ['is one line', 'a\r\nb\tc\u2028d', 'a b c d'],
    ['hides nothing', 'zero\u200bwidth\u00ad\ufeff', 'zerowidth'],
    ['keeps families of emoji', '👨‍👩‍👧 hi', '👨‍👩‍👧 hi'],
    ['is nothing but spaces', ' \n ', ''],
  ])('%s', (_name, text, plain) => expect(toPlain(text)).toBe(plain));

  it('is cut where a letter ends', () => {
    expect(cut('👨‍👩‍👧'.repeat(5), 3)).toBe(`${'👨‍👩‍👧'.repeat(2)}…`);
    expect(cut('short', 5)).toBe('short');
  });

  it('fits into a notification, name and all', async () => {
    const { note } = await tellOne('a'.repeat(1_000_000), `\u202e${'N'.repeat(500)}`);
    expect(note.title).toHaveLength(60);
    expect(note.title.startsWith('NNN')).toBe(true);
    expect(note.body).toHaveLength(200);
  });

  it('is told of when it has no words', async () => {
    expect((await tellOne(' ')).note.body).toBe('An empty text');
  });
});

describe('hidden names and words', () => {
  it('say how much there is, and offer nothing that needs to know whom', async () => {
    const { changed, addText, notifier, world, clock } = await tellOne('secret', 'Ada Brook');
    world.settings = { ...world.settings, hideTextInNotifications: true };
    await clock.advance(1_000);
    addText('more', { name: 'Ada Brook' });
    await changed();
    const [note] = notifier.standing;
    expect(note).toMatchObject({ title: '2 new texts', body: 'Open Sidetone to see more.' });
    expect(note?.reply).toBeUndefined();
    expect(note?.actions?.map(({ label }) => label)).toEqual(['Mark read']);
  });
});

describe('what is pressed', () => {
  it('answers through the outbox, and counts as read', async () => {
    const { clock, note, threadId, world } = await tellOne('Are you there?');
    note.reply?.onReply(' Yes ');
    await clock.advance(1);
    expect(world.sent).toEqual([{ threadId, text: 'Yes' }]);
    expect(world.read).toEqual([`thread ${threadId}`]);
  });

  it('opens the small window with what was refused or asks first, and without words', async () => {
    const { clock, note, threadId, world } = await tellOne('Are you there?');
    world.refusal = refused;
    note.reply?.onReply('Yes');
    await clock.advance(1);
    expect(world.quick).toEqual([{ threadId, body: 'Yes' }]);
    note.reply?.onReply(undefined);
    await clock.advance(1);
    expect(world.quick.at(-1)).toEqual({ threadId });
    expect(world.read).toEqual([]);
  });

  it('loses nothing that was written when it cannot be accepted', async () => {
    const { clock, note, threadId, world } = await tellOne('Are you there?');
    world.breaks = true;
    note.reply?.onReply('Yes');
    await clock.advance(1);
    expect(world.quick).toEqual([{ threadId, body: 'Yes' }]);
    expect(world.read).toEqual([]);
  });

  it('shows a card to call back, and dials nobody', async () => {
    const { clock, note, threadId, world } = await tellOne('Call me');
    expect(note.actions?.map(({ label }) => label)).toEqual(['Call back', 'Mark read']);
    note.actions?.[0]?.onPress();
    note.actions?.[1]?.onPress();
    await clock.advance(1);
    expect(world.proposed).toEqual([{ text: ada, source: 'notification' }]);
    expect(world.read).toEqual([`thread ${threadId}`]);
    expect(note.to).toEqual({ screen: 'messages', threadId });
  });

  it('is noted when it comes to nothing', async () => {
    const { clock, log, note, world } = await tellOne('Call me');
    world.quick.push = () => {
      throw new Error('no window');
    };
    note.reply?.onReply('');
    await clock.advance(1);
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
  });

  it('shows what a notification looks like, sound and all', async () => {
    const { notifications, notifier, world } = await tellOne('hello');
    world.settings = { ...world.settings, notificationSound: false };
    notifications.test();
    expect(notifier.standing.at(-1)).toMatchObject({ id: 'test', isSilent: true });
  });
});
