import { describe, expect, it } from 'vitest';
import { createCommands, type CommandsDeps } from '../../../main/core/commands/service.ts';
import { createEvents } from '../../../main/core/events.ts';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { Route } from '../../../shared/model/app.ts';
import type { ActiveCall, CallOutlook, CallQuestion } from '../../../shared/model/calls.ts';
import type { CallId, CountryCode, E164 } from '../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';

const number = '+15125550142' as E164;

function outlookOf(typed: string, more: Partial<CallOutlook> = {}): CallOutlook {
  return {
    typed,
    number,
    keyIn: undefined,
    party: {
      contactId: undefined,
      name: 'Ada Brook',
      company: undefined,
      number,
      extensionNumber: undefined,
    },
    place: undefined,
    localTime: undefined,
    questions: [],
    refusal: undefined,
    obstacle: undefined,
    callerId: { number: undefined, because: 'default' },
    ...more,
  };
}

function start(more: Partial<CallOutlook> = {}, options: { readonly isSignedIn?: boolean } = {}) {
  const isSignedIn = options.isSignedIn ?? true;
  const clock = new ManualClock();
  const events = createEvents(clock);
  const dialled: string[] = [];
  const proposed: string[] = [];
  const opened: Route[] = [];
  const sent: unknown[] = [];
  const active: { call: Partial<ActiveCall> | undefined } = { call: undefined };
  const answers: { dial: Result<{ readonly callId: CallId }> } = {
    dial: ok({ callId: '1' as CallId }),
  };
  const deps: CommandsDeps = {
    clock,
    events,
    random: { uuid: () => 'uuid', fraction: () => 0 },
    outlooks: { of: async (typed) => outlookOf(typed, more) },
    calls: {
      async dial(request) {
        dialled.push(request.number);
        expect(request.confirmed).toBeUndefined();
        return answers.dial;
      },
      listActive: () => (active.call === undefined ? [] : [active.call as ActiveCall]),
    },
    cards: {
      async propose({ text }) {
        if (isSignedIn) proposed.push(text);
        return isSignedIn;
      },
    },
    messages: {
      async send(request) {
        sent.push(request);
        return ok({ messageId: '1', threadId: '1' } as never);
      },
    },
    mainWindow: { open: (to) => opened.push(to) },
    session: {
      homeCountry: () => 'US' as CountryCode,
      requireSignedIn: () =>
        isSignedIn ? ok() : fail(failure('auth', 'session.signed-out', { retry: 'user' })),
    },
  };
  const commands = createCommands(deps);
  return { commands, clock, events, dialled, proposed, opened, sent, active, answers };
}

const call = (isConfirmed: boolean) => ({ kind: 'call', number, isConfirmed }) as const;

describe('call', () => {
  it('shows a card and dials nothing', async () => {
    const { commands, proposed, dialled } = start();
    expect(await commands.run(call(false))).toEqual({
      became: 'proposed',
      who: 'Ada Brook ((512) 555-0142)',
    });
    expect(proposed).toEqual([number]);
    expect(dialled).toEqual([]);
  });

  it('with --yes dials, and tells once the phone rings', async () => {
    const { commands, events, clock, active, dialled } = start();
    const outcome = commands.run(call(true));
    await settled();
    active.call = { id: '1' as CallId, state: 'requesting', failure: undefined };
    events.changed({ area: 'active-calls' });
    await clock.advance(20);
    active.call = {
      ...active.call,
      state: 'ringing-you',
      phone: { label: 'Desk', number },
    };
    events.changed({ area: 'active-calls' });
    await clock.advance(20);
    expect(await outcome).toMatchObject({ became: 'ringing', phone: 'Desk' });
    expect(dialled).toEqual([number]);
    expect(clock.waiting).toBe(0);
  });

  it.each<CallQuestion>(['short', 'premium', 'do-not-call', 'quiet-hours', 'already-placing'])(
    'with --yes does not pass the question %s',
    async (question) => {
      const { commands, proposed, dialled } = start({ questions: [question] });
      expect(await commands.run(call(true))).toMatchObject({ became: 'asked' });
      expect(proposed).toEqual([number]);
      expect(dialled).toEqual([]);
    },
  );

  it.each([false, true])('of an emergency number is refused (--yes: %s)', async (isConfirmed) => {
    const refusal: Failure = failure('invalid', 'number.emergency');
    const { commands, proposed, dialled } = start({ refusal, number: undefined });
    expect(await commands.run(call(isConfirmed))).toEqual({ became: 'refused', failure: refusal });
    expect([...proposed, ...dialled]).toEqual([]);
  });

  it('that RingCentral refuses says why', async () => {
    const { commands, active, events, clock } = start();
    const outcome = commands.run(call(true));
    await settled();
    const reason = failure('rejected', 'call.blocked');
    active.call = { id: '1' as CallId, state: 'failed', failure: reason };
    events.changed({ area: 'active-calls' });
    await clock.advance(20);
    expect(await outcome).toEqual({ became: 'refused', failure: reason });
  });

  it('that nobody answers for is given up on', async () => {
    const { commands, clock } = start();
    const outcome = commands.run(call(true));
    await clock.advance(25_000);
    expect(await outcome).toMatchObject({ failure: { message: 'network.timeout' } });
  });

  it('is answered, and waited for no longer, when the core stops', async () => {
    const { commands, clock } = start();
    const outcome = commands.run(call(true));
    await settled();
    expect(clock.waiting).toBe(1);
    commands.stop();
    expect(clock.waiting).toBe(0);
    expect(await outcome).toMatchObject({ failure: { message: 'network.timeout' } });
  });

  it('says when nobody is signed in', async () => {
    const { commands } = start({}, { isSignedIn: false });
    expect(await commands.run(call(false))).toMatchObject({
      failure: { message: 'session.signed-out' },
    });
  });
});

describe('text', () => {
  const text = (isConfirmed: boolean, body?: string) =>
    ({ kind: 'text', number, isConfirmed, body }) as const;

  it('opens the composer and sends nothing', async () => {
    const { commands, opened, sent } = start();
    expect(await commands.run(text(false, 'on my way'))).toMatchObject({ became: 'composed' });
    expect(opened).toEqual([
      { screen: 'messages', compose: true, to: [number], body: 'on my way' },
    ]);
    expect(sent).toEqual([]);
  });

  it('with --yes sends it', async () => {
    const { commands, sent } = start();
    expect(await commands.run(text(true, 'on my way'))).toMatchObject({ became: 'accepted' });
    expect(sent).toEqual([{ clientId: 'uuid', to: { numbers: [number] }, text: 'on my way' }]);
  });

  it('to what is no number, or without a sign-in, is refused', async () => {
    const none = start({ number: undefined, refusal: failure('invalid', 'number.not-dialable') });
    expect(await none.commands.run(text(true, 'x'))).toMatchObject({ became: 'refused' });
    const nobody = start({}, { isSignedIn: false });
    expect(await nobody.commands.run(text(true, 'x'))).toMatchObject({ became: 'refused' });
    expect([...none.sent, ...nobody.sent]).toEqual([]);
  });
});
