import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../simulator/server.ts';
import {
  archiveOf,
  makeCore,
  makeProfile,
  passUntil,
  until,
  whileTurning,
} from '../support/core-world.ts';
import { openDoor, startWithDoor } from './support.ts';

const call = '/api/v1/ringcentral/call';
const sms = '/api/v1/ringcentral/sms';
const friend = '+12125550142';
/** It is early in the morning in Alaska. */
const asleep = '+19075550141';
const busy = '+12125550190';

/** What the activity log says of programs and of what they asked for. */
function logOf(profile: Parameters<typeof archiveOf>[0]): readonly unknown[] {
  const db = new Sqlite(archiveOf(profile), { readonly: true });
  try {
    return db
      .prepare(
        `SELECT kind, outcome, number, json_extract(detail, '$.code') AS code FROM activity
         WHERE json_extract(detail, '$.program') = 'CRM' ORDER BY id`,
      )
      .all();
  } finally {
    db.close();
  }
}

describe('a call that a program asks for', () => {
  it('waits on a card with the program’s name, and is followed by its session', async () => {
    const { ask, call: rpc, get, letIn, token, clock, profile } = await startWithDoor();
    const asked = await ask(call, { token, json: { to_number: '(212) 555-0142' } });
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({ status: 'waiting', call: null });
    const session = asked.body['session_id'] as string;
    const { cards } = await get('cards.list', undefined);
    expect(cards).toMatchObject([
      { kind: 'proposal', source: 'program', askedBy: 'CRM', outlook: { number: friend } },
    ]);
    // A second click in the CRM is the same wish, and the same card.
    const again = await ask(call, { token, json: { to_number: friend } });
    expect(again.body['session_id']).toBe(session);
    expect((await get('cards.list', undefined)).cards).toHaveLength(1);
    expect(await get('calls.list-active', undefined)).toEqual([]);

    // The user says yes.
    const [card] = cards;
    if (card === undefined) throw new Error('no card');
    await get('calls.dial', { number: friend, cardId: card.id });
    const followed = async () => (await ask(`${call}/${session}`, { token })).body;
    await until(async () => expect(await followed()).toMatchObject({ status: 'ringing_you' }));
    await passUntil(clock, async () =>
      expect(await get('calls.list-active', undefined)).toEqual([]),
    );
    expect(await followed()).toMatchObject({
      status: 'ended',
      call: { session_id: session, direction: 'outbound', to_number: friend },
    });
    const log = await ask('/api/v1/ringcentral/call-log?limit=1', { token });
    expect(log.body).toMatchObject({ count: 1, calls: [{ session_id: session }] });
    expect((await get('calls.list', { limit: 1 })).items).toMatchObject([{ askedBy: 'CRM' }]);
    expect(logOf(profile)).toMatchObject([
      { kind: 'program', outcome: 'let-in' },
      { kind: 'program', outcome: 'proposed', number: friend },
      { kind: 'program', outcome: 'proposed', number: friend },
      { kind: 'call', number: friend },
    ]);
    // It is nobody else's, and one that was put away is said to be.
    const other = await letIn({ name: 'Other' });
    expect((await ask(`${call}/${session}`, { token: other.token })).status).toBe(404);
    const unwanted = await ask(call, { token, json: { to_number: '+12125550143' } });
    const waiting = (await get('cards.list', undefined)).cards.find(
      (each) => each.kind === 'proposal',
    );
    if (waiting === undefined) throw new Error('no card');
    await rpc('cards.dismiss', { cardId: waiting.id });
    const putAway = await ask(`${call}/${unwanted.body['session_id'] as string}`, { token });
    expect(putAway.body).toMatchObject({ status: 'not_called' });
  });

  it('rings at once only for a program that may, and only where nothing has to be asked', async () => {
    const { ask, get, letIn, clock } = await startWithDoor();
    const { token } = await letIn({ name: 'Dialer', callsAtOnce: true });
    const emergency = await ask(call, { token, json: { to_number: '911' } });
    expect([emergency.status, emergency.body['code']]).toEqual([422, 'number.emergency']);
    const nothing = await ask(call, { token, json: { to_number: 'Ada' } });
    expect([nothing.status, nothing.body['field']]).toEqual([422, 'to_number']);
    const shown = { to_number: friend, caller_id: '+12125550100' };
    const foreign = await ask(call, { token, json: shown });
    expect([foreign.status, foreign.body['code']]).toEqual([422, 'call.caller-id-refused']);
    const early = await ask(call, { token, json: { to_number: asleep } });
    expect([early.status, early.body['code']]).toEqual([409, 'call.quiet-hours']);
    expect((await get('cards.list', undefined)).cards).toMatchObject([{ askedBy: 'Dialer' }]);
    const waiting = await ask(`${call}/${early.body['session_id'] as string}`, { token });
    expect(waiting.body).toMatchObject({ status: 'waiting' });
    expect(await get('calls.list-active', undefined)).toEqual([]);

    const key = { 'Idempotency-Key': 'order-4711' };
    const json = { to_number: friend };
    // News are gathered for some milliseconds; how far it has come by then is the clock's.
    const placed = await whileTurning(clock, ask(call, { token, json, headers: key }), 20);
    expect(placed).toMatchObject({
      status: 200,
      body: { status: expect.stringMatching(/^ringing_/) },
    });
    // The CRM heard nothing and asks once more.
    const again = await ask(call, { token, json, headers: key });
    expect(again.body['session_id']).toBe(placed.body['session_id']);
    expect(await get('calls.list-active', undefined)).toHaveLength(1);
    const reused = await ask(call, { token, json: { to_number: busy }, headers: key });
    expect([reused.status, reused.body['code']]).toEqual([422, 'api.key-reused']);
    const second = await ask(call, { token, json: { to_number: '+12125550143' } });
    expect([second.status, second.body['code']]).toEqual([409, 'call.already-placing']);
    await passUntil(clock, async () =>
      expect(await get('calls.list-active', undefined)).toEqual([]),
    );
    const { body } = await ask(`${call}/${placed.body['session_id'] as string}`, { token });
    expect(body).toMatchObject({ status: 'ended', call: { to_number: friend } });
    for (let more = 0; more < 10; more += 1) await ask(call, { token, json: { to_number: '911' } });
    const tooMany = await ask(call, { token, json });
    expect([tooMany.status, tooMany.body['code']]).toEqual([429, 'api.too-many']);
    expect(Number(tooMany.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('a text that a program sends', () => {
  it('goes once, under the rules of every text, however often it is asked for', async () => {
    const { ask, call: rpc, get, token, profile, places, clock, simulator } = await startWithDoor();
    const sentBefore = simulator.account.state.messages.length;
    const json = { to_number: friend, message: 'See you at ten.' };
    const key = { 'Idempotency-Key': 'reminder-1' };
    const [one, two] = await Promise.all([
      ask(sms, { token, json, headers: key }),
      ask(sms, { token, json, headers: key }),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body['message_id']).toBe(two.body['message_id']);
    const id = one.body['message_id'] as string;
    await passUntil(clock, async () => {
      const { body } = await ask(`${sms}/${id}`, { token });
      expect(body).toMatchObject({ status: 'delivered', to_number: friend, message: json.message });
    });
    const third = await ask(sms, { token, json, headers: key });
    expect(third.body).toMatchObject({ message_id: id });
    expect(simulator.account.state.messages.length).toBe(sentBefore + 1);
    const other = { ...json, message: 'See you at eleven.' };
    const reused = await ask(sms, { token, json: other, headers: key });
    expect([reused.status, reused.body['code']]).toEqual([422, 'api.key-reused']);

    const refusals: readonly [string, number, string][] = [
      ['911', 422, 'number.emergency'],
      ['Ada', 422, 'number.not-dialable'],
    ];
    for (const [to, status, code] of refusals) {
      const refused = await ask(sms, { token, json: { ...json, to_number: to } });
      expect([refused.status, refused.body['code'], refused.body['field']], to).toEqual([
        status,
        code,
        'to_number',
      ]);
    }
    const empty = await ask(sms, { token, json: { ...json, message: ' ' } });
    expect([empty.status, empty.body['field']]).toEqual([422, 'message']);

    // Somebody on the do-not-call list is asked about, where it can be answered.
    await get('do-not-call.add', {
      numbers: '+12125550143',
      reason: 'Asked in March',
    });
    const listed = { 'Idempotency-Key': 'reminder-2' };
    const toListed = { ...json, to_number: '+12125550143' };
    const asked = await ask(sms, { token, json: toListed, headers: listed });
    expect([asked.status, asked.body['code']]).toEqual([409, 'number.do-not-call']);
    expect(places.at(-1)).toMatchObject({ compose: true, body: json.message });
    expect(logOf(profile)).toContainEqual(
      expect.objectContaining({ kind: 'program', outcome: 'refused', code: 'number.do-not-call' }),
    );
    expect(logOf(profile)).toContainEqual(expect.objectContaining({ kind: 'text' }));
    // Nothing became of it, so the key may be used again.
    await rpc('do-not-call.remove', { number: '+12125550143' });
    expect((await ask(sms, { token, json: toListed, headers: listed })).status).toBe(200);
  });

  it('can be taken back by the user, and stays taken back', async () => {
    const { ask, get, token } = await startWithDoor();
    await get('settings.set', { undoSeconds: 10 });
    const json = { to_number: friend, message: 'Wrong person' };
    const headers = { 'Idempotency-Key': 'k' };
    const sent = await ask(sms, { token, json, headers });
    const id = sent.body['message_id'] as string;
    expect(sent.body).toMatchObject({ status: 'queued' });
    await get('messages.undo', { messageId: id });
    expect((await ask(`${sms}/${id}`, { token })).body).toMatchObject({ status: 'discarded' });
    const again = await ask(sms, { token, json, headers });
    expect(again.body).toMatchObject({ message_id: id, status: 'discarded' });
    const history = await ask('/api/v1/ringcentral/sms-history', { token });
    expect(JSON.stringify(history.body)).not.toContain('Wrong person');
    expect(history.body).toMatchObject({ count: 100, next: expect.any(String) as string });
  });
});

describe('a token', () => {
  it('is shown once, kept as a hash, and cut off whatever it is doing when it is revoked', async () => {
    const {
      ask,
      base,
      get,
      call: rpc,
      token,
      program,
      profile,
      log,
      clock,
    } = await startWithDoor();
    expect(token).toMatch(/^sidetone_[\w-]{43}$/);
    await ask('/api/v1/ringcentral/status', { token });
    const view = await until(async () => {
      const found = await get('api.get', undefined);
      expect(found.programs[0]?.lastUsedAt).toBeDefined();
      return found;
    });
    expect(view.programs).toMatchObject([{ name: 'CRM', hint: token.slice(-4) }]);
    expect(JSON.stringify(view)).not.toContain(token);
    const stored = new Sqlite(archiveOf(profile), { readonly: true });
    const rows = JSON.stringify(stored.prepare('SELECT * FROM api_program').all());
    stored.close();
    expect(rows).not.toContain(token.slice(9, 30));
    expect(JSON.stringify(log.lines)).not.toContain(token.slice(9, 30));

    const stream = await fetch(`${base}/api/v1/events`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const reader = stream.body?.getReader();
    await reader?.read();
    expect(await rpc('api.revoke-token', { id: program.id })).toMatchObject({ ok: true });
    const drain = async (): Promise<void> => {
      while ((await reader?.read())?.done === false) continue;
    };
    await expect(drain()).rejects.toThrow();
    expect((await ask('/api/v1/ringcentral/status', { token })).status).toBe(401);
    expect(await rpc('api.revoke-token', { id: program.id })).toMatchObject({
      failure: { message: 'api.program-gone' },
    });
    await clock.advance(20);
  });

  it('opens nothing while nobody is signed in but the status', async () => {
    const clock = new ManualClock();
    const sidetone = makeCore(makeProfile(), clock);
    await sidetone.core.start();
    const { ask, letIn } = await openDoor({ ...sidetone, clock });
    const { token } = await letIn();
    const status = await ask('/api/v1/ringcentral/status', { token });
    expect(status.body).toMatchObject({ enabled: false, authenticated: false });
    for (const [path, json] of [
      [call, { to_number: friend }],
      [sms, { to_number: friend, message: 'Hello' }],
    ] as const) {
      const refused = await ask(path, { token, json });
      expect([refused.status, refused.body['code']]).toEqual([503, 'session.signed-out']);
      expect(refused.headers.get('Retry-After')).toBeDefined();
    }
    for (let more = 0; more < 117; more += 1) await ask('/api/v1/ringcentral/status', { token });
    const tooMany = await ask('/api/v1/ringcentral/status', { token });
    expect([tooMany.status, tooMany.headers.get('Retry-After')]).toEqual([429, '60']);
  });
});
