import { describe, expect, it } from 'vitest';
import { manyRepeats } from '../../../shared/model/cards.ts';
import { ada, makeCards, numberAt, shown } from './support.ts';

describe('what is proposed', () => {
  it('becomes a card that dials nothing, shown with the keyboard', async () => {
    const { cards, link, window, dialled } = makeCards();
    expect(await link('tel:+1-415-555-0142;ext=9')).toBe(true);
    expect(shown(cards.list())).toEqual([`call ${ada},9`]);
    const [card] = cards.list().cards;
    expect(card).toMatchObject({ source: 'link', repeats: 0, outlook: { keyIn: '9' } });
    expect(window.shows).toEqual([true]);
    expect(dialled).toEqual([]);
  });

  it.each([
    ['clipboard', '(415) 555-0142', `call ${ada}`],
    ['clipboard', 'Ask Ada at 415-555-0142 or Ben at 415-555-0143', `call ${ada}`],
    ['selection', 'tel:+14155550142', `call ${ada}`],
    ['command-line', 'sms:+14155550142?body=on%20my%20way', `text ${ada}`],
    ['clipboard', '12345', 'call 12345'],
    ['clipboard', 'no number at all', 'unreadable link.no-number'],
    ['clipboard', '', 'unreadable link.no-number'],
    ['clipboard', 'Note: 911', 'call Note: 911'],
    ['link', 'https://example.com/', 'unreadable link.other-scheme'],
    ['link', 'tel:911', 'call 911'],
    ['link', 'tel:9911', 'call 9911'],
  ] as const)('from %s, %j is %s', async (source, text, expected) => {
    const { cards, dialled } = makeCards();
    await cards.propose({ text, source });
    expect(shown(cards.list())).toEqual([expected]);
    expect(dialled).toEqual([]);
  });

  it('holds nobody up, however much was copied', async () => {
    const { cards } = makeCards();
    const began = performance.now();
    await cards.propose({ text: `tel:${'/'.repeat(1_000_000)}x`, source: 'clipboard' });
    await cards.propose({ text: '1 '.repeat(5_000_000), source: 'clipboard' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(shown(cards.list())).toEqual(Array(2).fill('unreadable link.no-number'));
  });

  it('brings the words of a text along, and goes to several together', async () => {
    const { cards, link } = makeCards();
    await link('sms:+14155550142?body=Hi%20there');
    expect(cards.list().cards[0]).toMatchObject({ prefers: 'text', body: 'Hi there' });
    await link('sms:+14155550142,+14155550143?body=Hi');
    expect(shown(cards.list())[0]).toBe('texts +14155550142 +14155550143');
    expect(cards.list().cards[0]).toMatchObject({ body: 'Hi' });
  });

  it('shows at most 200 characters, and none that do not show, of what it cannot read', async () => {
    const { cards } = makeCards();
    await cards.propose({ text: `\u202e\u0007${'word '.repeat(2_000)}`, source: 'clipboard' });
    const [card] = cards.list().cards;
    if (card?.kind !== 'unreadable') throw new Error('it was read');
    expect(card.typed.length).toBeLessThanOrEqual(200);
    expect(card.typed).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it.each([
    [{ state: 'signed-out' }, false],
    [{ state: 'signing-in', account: undefined }, false],
    [{ state: 'signing-in', account: {} }, true],
    [{ state: 'expired' }, true],
    [{ state: 'signing-in', demo: true }, true],
  ])('while the session is %j it answers %s', async (session, expected) => {
    const { cards, link, state, window } = makeCards();
    state.session = session as typeof state.session;
    expect(await link('tel:+14155550142')).toBe(expected);
    expect(cards.list().cards).toHaveLength(expected ? 1 : 0);
    expect(window.isShown).toBe(expected);
  });

  it('waits while the archive is shut, and says so on the card when it breaks', async () => {
    const { cards, link, state, log } = makeCards();
    state.isArchiveShut = true;
    expect(await link('tel:+14155550142')).toBe(false);
    state.isArchiveShut = false;
    state.outlookFails = true;
    expect(await link('tel:+14155550142')).toBe(true);
    expect(shown(cards.list())).toEqual(['unreadable archive.failed']);
    expect(cards.list().cards[0]).toMatchObject({ typed: ada });
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
  });
});

describe('equal proposals', () => {
  it('are one card, however they are written and while it is still looked up', async () => {
    const { cards, link } = makeCards();
    await Promise.all([
      link('tel:+14155550142'),
      link('tel:+1-415-555-0142'),
      cards.propose({ text: '(415) 555-0142', source: 'clipboard' }),
    ]);
    expect(cards.list().cards).toMatchObject([{ repeats: 2 }]);
  });

  it('are raised while they stand, also minutes later', async () => {
    const { cards, link, clock, window } = makeCards();
    await link('tel:+14155550142');
    await link('tel:+14155550143');
    await clock.advance(5 * 60_000);
    await link('tel:+14155550142');
    expect(shown(cards.list())).toEqual([`call ${ada}`, 'call +14155550143']);
    expect(window.shows).toEqual([true, true, true]);
  });

  it('are anew once they have been dismissed', async () => {
    const { cards, link, window } = makeCards();
    await link('tel:+14155550142');
    cards.dismiss(cards.list().cards[0]?.id ?? ('' as never));
    expect(window.isShown).toBe(false);
    await link('tel:+14155550142');
    expect(cards.list().cards).toMatchObject([{ repeats: 0 }]);
  });

  it('with another text, or to text instead of call, are others', async () => {
    const { cards, link } = makeCards();
    await link('tel:+14155550142');
    await link('sms:+14155550142');
    await link('sms:+14155550142?body=Hi');
    expect(cards.list().cards).toHaveLength(3);
  });
});

describe('many proposals', () => {
  it('show three, the newest first, count the rest and keep twenty', async () => {
    const { cards, link, clock } = makeCards();
    for (let index = 0; index < 25; index++) {
      await link(`tel:${numberAt(index)}`);
      await clock.advance(2_000);
    }
    expect(shown(cards.list())).toEqual([24, 23, 22].map((index) => `call ${numberAt(index)}`));
    expect(cards.list().hiddenCount).toBe(17);
  });

  it('of a page that fires a hundred links become its first card', async () => {
    const { cards, link, window, state } = makeCards();
    for (let index = 0; index < 100; index++) await link(`tel:${numberAt(index)}`);
    expect(shown(cards.list())).toEqual([`call ${numberAt(0)}`]);
    expect(cards.list().cards).toMatchObject([{ repeats: 99 }]);
    // Neither the keyboard nor the archive is taken for more than the first of them.
    expect(window.shows).toHaveLength(5);
    expect(state.lookUps).toBe(5);
  });

  it('of a page that fires a hundred broken links, too', async () => {
    const { cards, link } = makeCards();
    for (let index = 0; index < 100; index++) await link(`javascript:${index}`);
    expect(cards.list().cards).toMatchObject([{ kind: 'unreadable', repeats: 99 }]);
  });

  it('leave what stood before alone, and what a person asks for besides', async () => {
    const { cards, link, clock } = makeCards();
    await link('tel:+14155550190');
    await clock.advance(10_000);
    for (let index = 0; index < 10; index++) await link(`tel:${numberAt(index)}`);
    await cards.propose({ text: '+14155550191', source: 'clipboard' });
    expect(shown(cards.list())).toEqual([
      'call +14155550191',
      `call ${numberAt(0)}`,
      'call +14155550190',
    ]);
  });

  it('go on being one card while they last, and are single again afterwards', async () => {
    const { cards, link, clock } = makeCards();
    for (let index = 0; index < 60; index++) {
      await link(`tel:${numberAt(index)}`);
      await clock.advance(500);
    }
    expect(cards.list().cards).toMatchObject([{ repeats: 59 }]);
    await clock.advance(10_000);
    await link('tel:+14155550190');
    expect(shown(cards.list())).toEqual(['call +14155550190', `call ${numberAt(0)}`]);
  });

  it('make a new card when theirs is dismissed, with the offer to stop them', async () => {
    const { cards, link } = makeCards();
    for (let index = 0; index < 20; index++) await link(`tel:${numberAt(index)}`);
    cards.dismiss(cards.list().cards[0]?.id ?? ('' as never));
    for (let index = 20; index < 22; index++) {
      await link(`tel:${numberAt(index)}`);
      expect(cards.list().cards).toMatchObject([{ repeats: manyRepeats + index - 20 }]);
    }
  });

  it('are offered to be stopped although some of them were dismissed one by one', async () => {
    const { cards, link } = makeCards();
    for (let index = 0; index < 3; index++) {
      await link(`tel:${numberAt(index)}`);
      cards.dismiss(cards.list().cards[0]?.id ?? ('' as never));
    }
    for (let index = 3; index < 8; index++) await link(`tel:${numberAt(index)}`);
    const [card, ...others] = cards.list().cards;
    expect(others).toEqual([]);
    expect(card).toMatchObject({ kind: 'proposal' });
    expect(card && 'repeats' in card && card.repeats).toBeGreaterThanOrEqual(manyRepeats);
  });
});

describe('silence', () => {
  it('puts the links away and counts those that come; nothing else is silenced', async () => {
    const { cards, link, clock } = makeCards();
    await link('tel:+14155550142');
    await cards.propose({ text: '+14155550191', source: 'clipboard' });
    cards.silence();
    expect(shown(cards.list())).toEqual(['call +14155550191']);
    expect(await link('tel:+14155550143')).toBe(true);
    expect(await link('tel:+14155550143')).toBe(true);
    expect(cards.list().silence).toEqual({ until: clock.now() + 600_000, count: 2 });
    await cards.propose({ text: '+14155550192', source: 'command-line' });
    expect(cards.list().cards).toHaveLength(2);
  });

  it('ends by itself after ten minutes, or when it is ended', async () => {
    const { cards, link, clock } = makeCards();
    cards.silence();
    await clock.advance(599_000);
    await link('tel:+14155550142');
    expect(cards.list().cards).toEqual([]);
    await clock.advance(1_000);
    expect(cards.list().silence).toBeUndefined();
    await link('tel:+14155550142');
    expect(cards.list().cards).toHaveLength(1);
    cards.silence();
    cards.endSilence();
    await link('tel:+14155550143');
    expect(shown(cards.list())).toEqual(['call +14155550143']);
  });
});

describe('a link for texts', () => {
  it('opens the small window filled in, and is a card while somebody writes there', async () => {
    const { cards, link, state } = makeCards();
    state.takesTexts = true;
    await link('sms:+14155550142?body=Hi%20there');
    await link('smsto:+14155550142,+14155550143');
    expect(state.texts).toEqual([
      { to: ['+14155550142'], body: 'Hi there' },
      { to: ['+14155550142', '+14155550143'], body: undefined },
    ]);
    expect(cards.list().cards).toEqual([]);
    state.takesTexts = false;
    await link('sms:+14155550142?body=Hi%20there');
    expect(cards.list().cards).toMatchObject([{ kind: 'proposal', prefers: 'text' }]);
  });

  it('is for the window alone: a call, and what was copied, are cards as ever', async () => {
    const { cards, link, state } = makeCards();
    state.takesTexts = true;
    await link('tel:+14155550142');
    await cards.propose({ text: 'sms:+14155550143', source: 'clipboard' });
    expect(state.texts).toEqual([]);
    expect(cards.list().cards).toHaveLength(2);
  });
});
