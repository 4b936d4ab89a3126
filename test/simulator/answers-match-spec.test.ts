import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { routes } from '../../simulator/route-table.ts';
import * as account from './support/answers/account.ts';
import * as messages from './support/answers/messages.ts';
import * as push from './support/answers/push.ts';
import type { SpecRun } from './support/answers/run.ts';
import { every, nameOf, startRun } from './support/answers/run.ts';
import { signing } from './support/answers/signing.ts';
import * as telephony from './support/answers/telephony.ts';
import { clientWith, EXTENSION, V1 } from './support/client.ts';

let run: SpecRun;

beforeAll(async () => {
  run = await startRun();
});

afterAll(() => run.simulator.stop());

describe('every answer is as the OpenAPI file says', () => {
  it('signing in and out', () => signing(run));
  it('RingOut', () => telephony.ringOut(run));
  it('Call Control', () => telephony.callControl(run));
  it('recordings', () => telephony.recordings(run));
  it('the call log', () => telephony.callLog(run));
  it('texts and the message store', () => messages.texts(run));
  it('consents', () => messages.consents(run));
  it('templates', () => messages.templates(run));
  it('the account', () => account.account(run));
  it('presence', () => account.presence(run));
  it('the directory', () => account.directory(run));
  it('blocked numbers and business hours', () => account.settings(run));
  it('contacts', () => account.contacts(run));
  it('subscriptions', () => push.subscriptions(run));

  it('refusals: of the app, of the rate, of the token', async () => {
    const { ask, check, client, simulator } = run;
    const { client: app } = simulator.account.state;
    const { permissions } = app;
    app.permissions = [];
    for (const { method, path, app: needed } of routes.filter((route) => route.app !== undefined)) {
      const concrete = path.replaceAll(/:(accountId|extensionId)/g, '~').replaceAll(/:\w+/g, '1');
      const reply = await ask(method, concrete);
      expect(reply).toMatchObject({ status: 403, code: 'CMN-401' });
      expect(reply.json['permissionName']).toBe(needed);
    }
    app.permissions = permissions;
    for (let count = 0; count < 10; count += 1) await client.get('/active-calls');
    const refused = await client.get('/active-calls');
    expect(check('GET', `${EXTENSION}/active-calls`, refused).status).toBe(429);
    const stranger = clientWith(simulator, client.clock, 'x');
    expect(check('GET', `${EXTENSION}/presence`, await stranger.get('/presence')).status).toBe(401);
  });

  it('and no endpoint was forgotten', () => {
    const operations = every.map(nameOf);
    expect(operations.filter((name) => !run.succeeded.has(name))).toEqual([]);
    // The versions cannot fail, and the list of subscriptions only for want of a token.
    const without = ['GET /restapi', `GET ${V1}/subscription`];
    expect(operations.filter((name) => !run.failed.has(name))).toEqual(without);
  });
});

describe('every event', () => {
  it('is as the OpenAPI file says', async () => {
    const seen = await push.events(run);
    expect([...seen].toSorted()).toEqual(push.EVENT_SCHEMAS.toSorted());
  });
});

describe('the check itself', () => {
  it('finds what is wrong', () => {
    const { spec } = run;
    const operation = `GET ${V1}/account/{accountId}/extension/{extensionId}/ring-out/{ringoutId}`;
    const wrong = { id: 1, status: { callStatus: 'Maybe' } };
    const complaint = spec.complaint(operation, 200, 'application/json', wrong);
    expect(complaint).toMatch(/id must be string/);
    expect(complaint).toMatch(/callStatus must be equal to one of/);
    expect(spec.complaint('GET /nowhere', 200, 'application/json', {})).toMatch(/not described/);
    expect(spec.complaint(operation, 404, 'application/json', { errors: [] })).toMatch(
      /fewer than 1/,
    );
    const event = { uuid: 1, body: { changes: [{ type: 'Smoke' }] } };
    expect(spec.eventComplaint('MessageEvent', event)).toMatch(/uuid must be string/);
  });
});
