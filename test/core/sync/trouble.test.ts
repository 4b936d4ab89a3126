import { describe, expect, it } from 'vitest';
import { until } from '../ringcentral/harness.ts';
import { typedOf } from '../session/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { open, openSynced } from './harness.ts';

const second = 1_000;
const minute = 60_000;

describe('one endpoint that fails while the others answer', () => {
  it('is asked ever less often, although RingCentral seems to be back each time', async () => {
    const { simulator, clock, requests, client } = await openSynced();
    simulator.faults.add({ path: '/message-sync', status: 503 });
    const pass = async (ms: number): Promise<void> => {
      for (let passed = 0; passed < ms; passed += second) {
        await clock.advance(second);
        await settled();
        await settled();
      }
    };
    await pass(5 * minute);
    expect(requests('/message-sync').length).toBeGreaterThan(3);
    expect(requests('/message-sync').length).toBeLessThan(20);
    simulator.faults.clear();
    await pass(5 * minute);
    expect(client.getConnection()).toEqual({ state: 'online' });
  });
});

describe('a permission that is granted', () => {
  it('is made use of as soon as the account has been read again', async () => {
    const { simulator, session, sync, clock, requests, tokens } = await open();
    const { state } = simulator.account;
    const permissions = state.userPermissions;
    state.userPermissions = permissions.filter((each) => each !== 'ReadCallLog');
    sync.start();
    await session.start();
    await session.signIn(typedOf(simulator));
    await until(() => tokens().length === 3 && requests('/call-log-sync').length === 1);
    await until(() => !session.getView().canReadCalls.can);
    state.userPermissions = permissions;
    await clock.advance(15 * minute);
    await until(() => session.getView().canReadCalls.can);
    await clock.advance(second);
    await until(() => tokens().length === 4);
    expect(requests('/call-log-sync')).toHaveLength(2);
  });
});

describe('the call log', () => {
  it.each([0, 90 * minute, -90 * minute])(
    'is asked for no more than 30 days, by RingCentral’s clock, with one %i ms off',
    async (clockSkewMs) => {
      const { simulator, session, sync, clock, requests, tokens } = await open();
      simulator.account.rules.clockSkewMs = clockSkewMs;
      sync.start();
      await session.start();
      await session.signIn(typedOf(simulator));
      await until(() => tokens().length === 4);
      const from = Date.parse(requests('/call-log-sync')[0]?.query.get('dateFrom') ?? '');
      const oldest = clock.now() + clockSkewMs - 30 * 24 * 60 * minute;
      expect(from).toBeGreaterThan(oldest);
      expect(from).toBeLessThan(oldest + 10 * minute);
    },
  );
});
