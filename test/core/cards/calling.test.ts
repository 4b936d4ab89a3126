import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import { fail } from '../../../shared/result.ts';
import { activeCall, ada, makeCards, numberAt, shown } from './support.ts';

describe('calling at once', () => {
  const set = () => {
    const world = makeCards();
    world.state.callAtOnce = true;
    world.state.active = [activeCall()];
    return world;
  };

  it('is off unless it is chosen', async () => {
    const { link, clock, dialled } = makeCards();
    await link('tel:+14155550142');
    await clock.advance(5_000);
    expect(dialled).toEqual([]);
  });

  it('calls one tel: link, shows its call without the keyboard, and logs it', async () => {
    const { cards, link, clock, dialled, window, log } = set();
    await link('tel:+14155550142');
    await clock.advance(300);
    expect(dialled).toEqual([ada]);
    expect(shown(cards.list())).toEqual(['placed ringing-you']);
    expect(window.shows).toEqual([false]);
    expect(log.lines).toMatchObject([{ message: expect.stringContaining('at once') as string }]);
  });

  it.each([
    ['callto:+14155550142', 'link'],
    ['sms:+14155550142', 'link'],
    ['tel:+14155550142', 'clipboard'],
    ['tel:+14155550142', 'command-line'],
    ['+14155550142', 'selection'],
  ] as const)('never calls %s from %s', async (text, source) => {
    const { cards, clock, dialled } = set();
    await cards.propose({ text, source });
    await clock.advance(5_000);
    expect(dialled).toEqual([]);
    expect(cards.list().cards).toHaveLength(1);
  });

  it.each([
    { questions: ['premium'] },
    { questions: ['short'] },
    { questions: ['do-not-call'] },
    { questions: ['quiet-hours'] },
    { questions: ['already-placing'] },
    { refusal: failure('invalid', 'number.emergency'), number: undefined },
    { obstacle: failure('offline', 'network.offline') },
    { obstacle: failure('auth', 'session.expired') },
    { number: undefined },
  ] as const)('never calls where there is %j', async (outlook) => {
    const { cards, link, clock, dialled, state } = set();
    state.outlook = outlook;
    await link('tel:+14155550142');
    await clock.advance(5_000);
    expect(dialled).toEqual([]);
    expect(shown(cards.list())).toEqual([`call ${ada}`]);
  });

  it('calls none of several links that come together', async () => {
    const { cards, link, clock, dialled } = set();
    await link('tel:+14155550142');
    await link('tel:+14155550143');
    await clock.advance(5_000);
    expect(dialled).toEqual([]);
    expect(cards.list().cards).toHaveLength(2);
  });

  it('calls none of a flood, and none while links are quiet', async () => {
    const { link, clock, dialled, cards } = set();
    for (let index = 0; index < 100; index++) await link(`tel:${numberAt(index)}`);
    await clock.advance(5_000);
    expect(dialled).toEqual([]);
    cards.silence();
    await link('tel:+14155550142');
    await clock.advance(5_000);
    expect(dialled).toEqual([]);
  });

  it('calls a number that is asked for again within two seconds once at most', async () => {
    const { link, clock, dialled } = set();
    await link('tel:+14155550142');
    await clock.advance(300);
    await link('tel:+14155550142');
    await clock.advance(5_000);
    expect(dialled).toEqual([ada]);
  });

  it('calls nothing and waits for nothing once its core has stopped', async () => {
    const { cards, clock, dialled, link, state } = makeCards();
    state.callAtOnce = true;
    await link('tel:+14155550142');
    cards.stop();
    await clock.advance(20);
    expect(clock.waiting).toBe(0);
    expect(dialled).toEqual([]);
  });

  it('does not call what was dismissed in that moment', async () => {
    const { cards, link, clock, dialled } = set();
    await link('tel:+14155550142');
    cards.stop();
    await clock.advance(1_000);
    expect(dialled).toEqual([]);
  });

  it('shows the card where main refuses after all', async () => {
    const { cards, link, clock, state } = set();
    state.dialAnswer = fail(failure('conflict', 'call.already-placing'));
    await link('tel:+14155550142');
    await clock.advance(300);
    expect(shown(cards.list())).toEqual([`call ${ada}`]);
    expect(cards.list().cards[0]).toMatchObject({ outlook: { obstacle: undefined } });
  });

  it('says on the card what is in the way by then', async () => {
    const { cards, link, clock, state } = set();
    const paused = failure('rate-limited', 'call.paused', { params: { resumesAt: 60_000 } });
    state.dialAnswer = fail(paused);
    await link('tel:+14155550142');
    await clock.advance(300);
    expect(cards.list().cards[0]).toMatchObject({ outlook: { obstacle: paused } });
  });

  it('shows the card with the reason when the call cannot be written down', async () => {
    const { cards, link, clock, state, window, log } = set();
    state.dialFails = true;
    await link('tel:+14155550142');
    await clock.advance(300);
    expect(shown(cards.list())).toEqual([`call ${ada}`]);
    expect(cards.list().cards[0]).toMatchObject({
      outlook: { obstacle: { message: 'archive.failed' } },
    });
    expect(window.shows).toEqual([true]);
    expect(log.lines.map(({ level }) => level)).toEqual(['info', 'error']);
    await link('tel:+14155550142');
    expect(window.shows).toEqual([true, true]);
  });

  it('leaves nothing behind of a call that is over before its card could show it', async () => {
    const { cards, link, clock, state, window, dialled } = set();
    state.active = [];
    await link('tel:+14155550142');
    await clock.advance(5_000);
    expect(window.isShown).toBe(false);
    state.active = [activeCall()];
    await link('tel:+14155550142');
    await clock.advance(300);
    expect(dialled).toEqual([ada, ada]);
    expect(shown(cards.list())).toEqual(['placed ringing-you']);
  });
});

describe('the call that was placed from a card', () => {
  const placed = async () => {
    const world = makeCards();
    await world.link('tel:+14155550142');
    world.state.active = [activeCall()];
    const id = world.cards.list().cards[0]?.id ?? ('' as never);
    world.cards.followPlaced(id, 'c1' as CallId);
    const become = async (more: Parameters<typeof activeCall>[0]) => {
      world.state.active = [activeCall(more)];
      await world.changed('active-calls');
    };
    return { ...world, id, become };
  };

  it('takes the card over, and leaves it three seconds after it is up', async () => {
    const { cards, become, clock, window } = await placed();
    expect(shown(cards.list())).toEqual(['placed ringing-you']);
    await become({ state: 'ringing-them' });
    expect(shown(cards.list())).toEqual(['placed ringing-them']);
    await become({ state: 'connected' });
    await clock.advance(2_000);
    expect(shown(cards.list())).toEqual(['placed connected']);
    await clock.advance(1_000);
    expect(cards.list().cards).toEqual([]);
    expect(window.isShown).toBe(false);
  });

  it('stays with its words when it has failed, until it is dismissed', async () => {
    const { cards, become, clock, id } = await placed();
    await become({ state: 'failed', failure: failure('rejected', 'call.busy') });
    await clock.advance(60_000);
    expect(shown(cards.list())).toEqual(['placed failed']);
    cards.dismiss(id);
    expect(cards.list().cards).toEqual([]);
  });

  it('goes with the call from the bar', async () => {
    const { cards, state, changed } = await placed();
    state.active = [];
    await changed('active-calls');
    expect(cards.list().cards).toEqual([]);
  });

  it('does not come back when its card was dismissed before', async () => {
    const { cards, id } = await placed();
    cards.dismiss(id);
    cards.followPlaced(id, 'c1' as CallId);
    expect(cards.list().cards).toEqual([]);
  });

  it('keeps its number from being proposed while it is under way, and no longer', async () => {
    const { cards, link, become } = await placed();
    await link('tel:+14155550142');
    expect(shown(cards.list())).toEqual(['placed ringing-you']);
    await become({ state: 'failed' });
    await link('tel:+14155550142');
    expect(shown(cards.list())).toEqual([`call ${ada}`, 'placed failed']);
  });
});
