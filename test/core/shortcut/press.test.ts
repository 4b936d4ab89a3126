import { describe, expect, it } from 'vitest';
import { makeCore, makeProfile, startSignedIn, until } from '../support/core-world.ts';
import { ManualClock } from '../../../simulator/server.ts';

const keys = 'Control+Shift+D';

describe('a press of the keys', () => {
  it('becomes a card from the whole core, and rings nobody', async () => {
    const { get, shortcuts, cardWindow, stop } = await startSignedIn();
    expect(await get('shortcut.get', undefined)).toMatchObject({ standing: 'off' });
    expect(await get('shortcut.set', { accelerator: keys })).toMatchObject({
      accelerator: keys,
      standing: 'on',
    });
    shortcuts.press({ text: 'Ada Brook (512) 555-0142 x9', source: 'selection' });
    const [card] = await until(async () => {
      const { cards } = await get('cards.list', undefined);
      expect(cards).toHaveLength(1);
      return cards;
    });
    expect(card).toMatchObject({
      kind: 'proposal',
      source: 'selection',
      prefers: 'call',
      outlook: { number: '+15125550142', keyIn: '9' },
    });
    expect(cardWindow.isShown).toBe(true);
    expect(await get('calls.list-active', undefined)).toEqual([]);
    await stop();
    expect(shortcuts.held).toBeUndefined();
  });

  it('says that there is no number in what was copied', async () => {
    const { get, shortcuts } = await startSignedIn();
    await get('shortcut.set', { accelerator: keys });
    shortcuts.press(undefined);
    await until(async () => {
      const { cards } = await get('cards.list', undefined);
      expect(cards).toMatchObject([
        { kind: 'unreadable', source: 'clipboard', failure: { message: 'link.no-number' } },
      ]);
    });
  });

  it('leads to signing in while nobody has', async () => {
    const running = makeCore({ ...makeProfile(), settings: { shortcut: keys } }, new ManualClock());
    await running.core.start();
    running.shortcuts.press({ text: '512-555-0142', source: 'clipboard' });
    await until(() => expect(running.places).toEqual([{ screen: 'calls' }]));
  });
});
