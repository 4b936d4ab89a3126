import { describe, expect, it } from 'vitest';
import type { CallId } from '../../../shared/model/ids.ts';
import { failure } from '../../../shared/failure.ts';
import { activeCall, ada, incomingCall, makeCards, partyOf, shown } from './support.ts';
import { settled } from '../support/manual-clock.ts';

describe('standing cards', () => {
  it('say what is so now, when something about them changes and every minute', async () => {
    const { cards, link, state, changed, clock } = makeCards();
    await link('tel:+14155550142');
    state.outlook = { obstacle: failure('auth', 'session.expired') };
    await changed('session');
    expect(cards.list().cards).toMatchObject([
      { outlook: { obstacle: { message: 'session.expired' } } },
    ]);
    state.outlook = { questions: ['quiet-hours'] };
    await clock.advance(60_000);
    expect(cards.list().cards).toMatchObject([{ outlook: { questions: ['quiet-hours'] } }]);
  });

  it('are looked up no more once they are gone', async () => {
    const { cards, link, state, changed, clock } = makeCards();
    await link('tel:+14155550142');
    cards.dismiss(cards.list().cards[0]?.id ?? ('' as never));
    const before = state.lookUps;
    await changed('contacts');
    await clock.advance(180_000);
    expect(state.lookUps).toBe(before);
  });

  it('tell the windows only when there is something new', async () => {
    const { link, events, changed } = makeCards();
    await link('tel:+14155550142');
    await changed('contacts');
    const heard: string[] = [];
    events.on((event) => {
      if (event.name === 'changed') heard.push(...event.topics.map(({ area }) => area));
    });
    await changed('contacts');
    expect(heard).toEqual(['contacts']);
  });

  it('go when somebody signs out, and stay when a session has only expired', async () => {
    const { cards, link, state, changed, window } = makeCards();
    await link('tel:+14155550142');
    state.session = { state: 'expired' };
    await changed('session');
    expect(cards.list().cards).toHaveLength(1);
    state.session = { state: 'signed-out' };
    await changed('session');
    expect(cards.list().cards).toEqual([]);
    expect(window.isShown).toBe(false);
  });

  it('go with their core', async () => {
    const { cards, link, window } = makeCards();
    await link('tel:+14155550142');
    cards.stop();
    expect(cards.list().cards).toEqual([]);
    expect(window.isShown).toBe(false);
  });

  it('lead to the CRM while they stand', async () => {
    const { cards, link, state } = makeCards();
    await link('tel:+14155550142');
    const id = cards.list().cards[0]?.id ?? ('' as never);
    expect(await cards.openCrm(id)).toMatchObject({ ok: true });
    expect(state.openedCrm).toMatchObject([{ name: 'Ada Brook' }]);
    cards.dismiss(id);
    expect(await cards.openCrm(id)).toMatchObject({ failure: { message: 'card.gone' } });
  });
});

describe('incoming calls', () => {
  it('give their card to the call back, and take it no more', async () => {
    const { cards, state } = makeCards();
    cards.putIncoming(incomingCall('1'));
    await settled();
    cards.putIncoming(incomingCall('1', { state: 'missed', endedAt: 9_000 }));
    const call = activeCall();
    state.active = [call];
    cards.followPlaced(cards.list().cards[0]!.id, call.id);
    expect(shown(cards.list())).toEqual(['placed ringing-you']);
    cards.putIncoming(incomingCall('1', { state: 'voicemail', endedAt: 9_000 }));
    cards.dropIncoming('1' as CallId);
    await settled();
    expect(shown(cards.list())).toEqual(['placed ringing-you']);
  });

  it('show a card without the keyboard, follow their call, and stay until dismissed', async () => {
    const { cards, clock, window } = makeCards();
    cards.putIncoming(incomingCall('1'));
    await clock.advance(20);
    expect(shown(cards.list())).toEqual(['incoming 1 ringing']);
    expect(window.shows).toEqual([false]);
    cards.putIncoming(incomingCall('1', { state: 'missed' }));
    expect(shown(cards.list())).toEqual(['incoming 1 missed']);
    expect(window.shows).toEqual([false]);
    cards.dismiss(cards.list().cards[0]?.id ?? ('' as never));
    cards.putIncoming(incomingCall('1', { state: 'voicemail' }));
    await clock.advance(20);
    expect(cards.list().cards).toEqual([]);
  });

  it('show how they stand by the time the caller is known', async () => {
    const { cards, clock } = makeCards();
    cards.putIncoming(incomingCall('1'));
    cards.putIncoming(incomingCall('1', { state: 'answered' }));
    await clock.advance(20);
    expect(shown(cards.list())).toEqual(['incoming 1 answered']);
  });

  it('come before what was proposed, and leave room for the newest of it', async () => {
    const { cards, link, clock } = makeCards();
    await link('tel:+14155550142');
    for (const id of ['1', '2', '3', '4']) cards.putIncoming(incomingCall(id));
    await clock.advance(20);
    expect(shown(cards.list())).toEqual([
      'incoming 4 ringing',
      'incoming 3 ringing',
      `call ${ada}`,
    ]);
    expect(cards.list().hiddenCount).toBe(2);
  });

  it('tell of a caller what was before the call, also when it is over', async () => {
    const { cards, state, changed } = makeCards();
    const startedAt = 1_800_000_000_000;
    cards.putIncoming(incomingCall('1', { startedAt }));
    await changed('contacts');
    cards.putIncoming(
      incomingCall('1', { startedAt, state: 'missed', endedAt: startedAt + 9_000 }),
    );
    await changed('contacts');
    expect(state.briefsBefore.length).toBeGreaterThan(1);
    for (const before of state.briefsBefore) expect(before).toBeLessThan(startedAt);
  });

  it('can be dropped, also before they were seen', async () => {
    const { cards, clock, window } = makeCards();
    cards.putIncoming(incomingCall('1', { party: partyOf(undefined) }));
    cards.dropIncoming('1' as CallId);
    await clock.advance(20);
    expect(cards.list().cards).toEqual([]);
    expect(window.shows).toEqual([]);
  });
});
