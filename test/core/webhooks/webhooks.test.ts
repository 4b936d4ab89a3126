import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseWebhookUrl } from '../../../main/core/webhooks/address.ts';
import { addHook, bodiesOf, expectNoErrors, makeKept, openWebhooks } from './harness.ts';
import { openReceiver } from './receiver.ts';

const hour = 3_600_000;

describe('where a webhook may be', () => {
  it.each([
    ['https://crm.example/hooks?for=calls', 'https://crm.example/hooks?for=calls'],
    ['https://192.168.1.20:8443/', 'https://192.168.1.20:8443/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://localhost:8080/a', 'http://localhost:8080/a'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    // `URL` writes numbers out as what they are.
    ['http://2130706433/', 'http://127.0.0.1/'],
  ])('is %s', (typed, url) => {
    expect(parseWebhookUrl(typed)).toEqual({ ok: true, value: url });
  });

  it.each([
    ['http://crm.example/', 'webhook.url-open'],
    ['http://192.168.1.20/', 'webhook.url-open'],
    ['http://127.0.0.1.crm.example/', 'webhook.url-open'],
    ['http://localhost.crm.example/', 'webhook.url-open'],
    ['ftp://127.0.0.1/', 'webhook.url-invalid'],
    ['https://ada:secret@crm.example/', 'webhook.url-invalid'],
    ['https://crm.example/#calls', 'webhook.url-invalid'],
    ['crm.example/hooks', 'webhook.url-invalid'],
    ['file:///etc/passwd', 'webhook.url-invalid'],
  ])('is not %s', (typed, message) => {
    expect(parseWebhookUrl(typed)).toMatchObject({ failure: { message, field: 'url' } });
  });
});

describe('a webhook', () => {
  it('is told of what it wants, signed, in order and once', async () => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    const { secret, webhook } = await addHook(world, receiver.url);
    expect(webhook).toMatchObject({ hasSecret: true, isOn: true, waiting: 0, last: undefined });
    world.receive('Is the rate locked?');
    world.receive('Call me back.');
    await world.pass(() => expect(receiver.received).toHaveLength(2));
    expect(bodiesOf(receiver.received)).toEqual(['Is the rate locked?', 'Call me back.']);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    const told = JSON.parse(body) as Record<string, unknown>;
    expect(told).toMatchObject({ type: 'message.received', data: { message: { thread_id: '1' } } });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Sidetone/1.2.3',
      'sidetone-event': 'message.received',
      'sidetone-delivery': `${String(told['id'])}.${webhook.id}`,
    });
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['sidetone-signature'])) ?? [
      '',
      '',
      '',
    ];
    expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex'));
    await world.pass(async () =>
      expect(await world.first()).toMatchObject({
        waiting: 0,
        last: { result: { kind: 'arrived', status: 204 } },
      }),
    );
    expectNoErrors(world);
  });

  it('is told again until it answers, and the others meanwhile', async () => {
    const world = await openWebhooks();
    const [down, up] = [await openReceiver(), await openReceiver()];
    down.answer.next = [503, undefined];
    await addHook(world, down.url);
    await addHook(world, up.url);
    world.receive('Hello');
    await world.pass(() => expect(up.received).toHaveLength(1));
    await world.pass(() => expect(down.received).toHaveLength(1));
    await world.pass(async () =>
      expect(await world.first()).toMatchObject({
        waiting: 1,
        last: { result: { kind: 'refused', status: 503 } },
      }),
    );
    // It hangs the second time, and is given ten seconds.
    await world.pass(() => expect(down.received).toHaveLength(2), 1_000);
    await world.pass(
      async () =>
        expect(await world.first()).toMatchObject({ last: { result: { kind: 'timed-out' } } }),
      1_000,
    );
    await world.pass(() => expect(down.received).toHaveLength(3), 1_000);
    await world.pass(async () => expect(await world.first()).toMatchObject({ waiting: 0 }));
    const names = down.received.map(({ headers }) => headers['sidetone-delivery']);
    expect(new Set(names).size).toBe(1);
    expect(up.received).toHaveLength(1);
    expectNoErrors(world);
  });

  it('loses nothing when Sidetone ends in between, whatever had been sent', async () => {
    const kept = makeKept();
    const receiver = await openReceiver();
    const one = await openWebhooks(kept);
    receiver.answer.usual = 500;
    await addHook(one, receiver.url);
    one.receive('before');
    await one.pass(() => expect(receiver.received).toHaveLength(1));
    await one.stop();
    // Noted in the transaction that brought it, and taken in by nobody.
    one.receive('while it was closing');
    receiver.answer.usual = 200;
    const two = await openWebhooks(kept);
    await two.pass(() => expect(receiver.received).toHaveLength(3), 1_000);
    // What is new is told at once; what failed waits its time.
    expect(bodiesOf(receiver.received)).toEqual(['before', 'while it was closing', 'before']);
    await two.stop();
    const three = await openWebhooks(kept);
    await three.pass(async () => expect(await three.first()).toMatchObject({ waiting: 0 }));
    expect(receiver.received).toHaveLength(3);
    expectNoErrors(two);
  });

  it('is given up after a day, with the count kept until something arrives', async () => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    receiver.answer.usual = 500;
    await addHook(world, receiver.url);
    world.receive('Hello');
    await world.pass(() => expect(receiver.received).toHaveLength(1));
    await world.pass(
      async () => expect(await world.first()).toMatchObject({ waiting: 0, givenUp: 1 }),
      hour / 2,
    );
    expect(receiver.received.length).toBeLessThan(40);
    receiver.answer.usual = 200;
    world.receive('Still there?');
    await world.pass(async () => expect(await world.first()).toMatchObject({ givenUp: 0 }));
    expect(bodiesOf(receiver.received).at(-1)).toBe('Still there?');
  });

  it('is told at once of what waited for it, when it is back', async () => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    receiver.answer.usual = 503;
    await addHook(world, receiver.url);
    world.receive('at night');
    await world.pass(() => expect(receiver.received.length).toBeGreaterThan(8), hour / 4);
    receiver.answer.usual = 204;
    const morning = world.clock.now();
    world.receive('in the morning');
    await world.pass(async () => expect(await world.first()).toMatchObject({ waiting: 0 }));
    expect(bodiesOf(receiver.received).slice(-2)).toEqual(['in the morning', 'at night']);
    expect(world.clock.now() - morning).toBeLessThan(10_000);
  });

  it('keeps nobody waiting who quits while it is about to be told', async () => {
    const kept = makeKept();
    const world = await openWebhooks(kept);
    const receiver = await openReceiver();
    receiver.answer.usual = undefined;
    await addHook(world, receiver.url);
    const { vault } = kept;
    const reading = Promise.withResolvers<void>();
    const get = vault.get.bind(vault);
    // It ends between the secret's being asked for and the request.
    let stopped: Promise<void> | undefined;
    vault.get = (key) => {
      stopped ??= world.stop();
      reading.resolve();
      return get(key);
    };
    world.receive('Hello');
    await world.pass(() => expect(stopped).toBeDefined());
    await reading.promise;
    await stopped;
    expect(receiver.received).toEqual([]);
  });

  it('is tried once more after a weekend of sleep, however old its events are', async () => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    receiver.answer.next = [503];
    await addHook(world, receiver.url);
    world.receive('Friday');
    await world.pass(() => expect(receiver.received).toHaveLength(1));
    await world.clock.sleep(60 * hour);
    await world.pass(() => expect(receiver.received).toHaveLength(2), 1_000);
    await world.pass(async () =>
      expect(await world.first()).toMatchObject({ waiting: 0, givenUp: 0 }),
    );
  });

  it('is not followed to another address, and is switched off by 410', async () => {
    const world = await openWebhooks();
    const target = await openReceiver();
    const receiver = await openReceiver(target.url);
    receiver.answer.next = [302, 410];
    await addHook(world, receiver.url);
    world.receive('Hello');
    await world.pass(async () =>
      expect(await world.first()).toMatchObject({
        last: { result: { kind: 'redirected', status: 302 } },
      }),
    );
    await world.pass(
      async () =>
        expect(await world.first()).toMatchObject({
          isOn: false,
          waiting: 0,
          last: { result: { kind: 'gone', status: 410 } },
        }),
      1_000,
    );
    expect(target.received).toEqual([]);
  });

  it('is not told of somebody who has been erased since', async () => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    receiver.answer.usual = 503;
    await addHook(world, receiver.url);
    const id = world.receive('Erase me');
    await world.pass(async () => expect(await world.first()).toMatchObject({ waiting: 1 }));
    world.db.prepare('DELETE FROM message WHERE id = ?').run(id);
    expect(await world.first()).toMatchObject({ waiting: 0 });
    expect(world.db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(0);
  });

  it('is told nothing while other programs are not let in, nor of what was then', async () => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    await addHook(world, receiver.url);
    const choose = async (isOn: boolean): Promise<void> => {
      world.choice.isOn = isOn;
      world.events.changed({ area: 'settings' });
      await world.pass(async () => expect((await world.feed.standing()) !== undefined).toBe(isOn));
    };
    await choose(false);
    world.receive('in the dark');
    await choose(true);
    world.receive('in the light');
    await world.pass(() => expect(receiver.received).toHaveLength(1));
    expect(bodiesOf(receiver.received)).toEqual(['in the light']);
  });

  it('is tested, and says when its secret has been lost', async () => {
    const kept = makeKept();
    const world = await openWebhooks(kept);
    const receiver = await openReceiver();
    const { webhook, secret } = await addHook(world, receiver.url);
    expect(await world.webhooks.test(webhook.id)).toMatchObject({ value: { kind: 'arrived' } });
    expect(receiver.received[0]?.headers['sidetone-event']).toBe('test');
    expect(JSON.stringify(world.db.prepare('SELECT * FROM webhook').all())).not.toContain(secret);
    kept.vault.clear();
    expect(await world.first()).toMatchObject({ hasSecret: false });
    expect(await world.webhooks.test(webhook.id)).toMatchObject({ value: { kind: 'no-secret' } });
    const renewed = await world.webhooks.renewSecret(webhook.id);
    expect(renewed).toMatchObject({ ok: true, value: { webhook: { hasSecret: true } } });
    expect(renewed.ok && renewed.value.secret).not.toBe(secret);
    await world.webhooks.remove(webhook.id);
    expect(kept.vault.size).toBe(0);
    await world.clock.advance(1);
    // A backup may bring the one that is gone back: it has nothing to sign with.
    expect((await addHook(world, receiver.url)).webhook.id).not.toBe(webhook.id);
    expect(await world.webhooks.test(webhook.id)).toMatchObject({
      failure: { message: 'webhook.gone' },
    });
  });

  it('is one of ten at the most', async () => {
    const world = await openWebhooks();
    for (let count = 0; count < 10; count += 1) await addHook(world, 'https://crm.example/');
    const wish = { url: 'https://crm.example/', types: ['call.ended'] } as const;
    expect(await world.webhooks.add(wish)).toMatchObject({
      failure: { message: 'webhook.too-many', params: { count: 10 } },
    });
  });
});
